/** What a person has gathered before he asks: one line a part, counted up by every further scan. */

/** A part and how many of it, as it was typed. */
export interface BasketLine {
  readonly partId: string;
  readonly quantity: string;
}

/** The basket after one more piece was scanned. What is no number stays for its owner to mend. */
export function withOneMore(lines: readonly BasketLine[], partId: string): readonly BasketLine[] {
  if (!lines.some((line) => line.partId === partId)) return [...lines, { partId, quantity: '1' }];
  return lines.map((line) =>
    line.partId === partId && /^\d{1,9}$/.test(line.quantity)
      ? { partId, quantity: String(Number(line.quantity) + 1) }
      : line,
  );
}

/** The basket with a part given instead of another, joined with what was there of it. */
export function withInstead(
  lines: readonly BasketLine[],
  oldPartId: string,
  newPartId: string,
): readonly BasketLine[] {
  const isThere = lines.some((line) => line.partId === newPartId);
  const left = lines.filter((line) => line.partId !== oldPartId || !isThere);
  return left.map((line) =>
    line.partId === oldPartId ? { partId: newPartId, quantity: line.quantity } : line,
  );
}
