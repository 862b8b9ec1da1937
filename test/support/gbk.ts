/**
 * Text to GBK bytes for tests of files saved by Chinese spreadsheets: the runtime decodes GBK but
 * does not encode it, so the table is its decoder turned round. Not for the product.
 */
function reverseTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  return table;
}

let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/** The bytes of `text` in GBK; throws for a character that GBK lacks. */
export function encodeGbk(text: string): Uint8Array {
  table ??= reverseTable();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const pair = table.get(sign);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new Error(`not in GBK: U+${code.toString(16)}`);
  }
  return Uint8Array.from(bytes);
}
