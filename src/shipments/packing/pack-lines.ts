/**
 * Moves goods of a locked shipment into a box, into another one, or out of it, and keeps them held.
 * Of a counted part some pieces may go and the rest stay: the line is divided. It decides nothing.
 */
import { type Pile, postEntry, reserve } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { documentOf } from '../effects.ts';
import { addLines, changeLine, type LineRow, likeLine, pileOfLine } from '../lines.store.ts';
import type { ShipmentRow } from '../store.ts';

/** So much of a line. */
export interface LineShare {
  readonly line: LineRow;
  readonly quantity: number;
}

async function rehold(work: Work, shares: readonly LineShare[], piles: readonly Pile[]) {
  return reserve(
    work,
    shares.map(({ line, quantity }, index) => {
      const { source: document, serialId } = line;
      return {
        pile: piles[index] ?? pileOfLine(line),
        quantity,
        serialId,
        document,
        expiresAt: null,
      };
    }),
  );
}

async function divide(work: Work, { line, quantity }: LineShare, changes: Partial<LineRow>) {
  await changeLine(work, line.id, { quantity: line.quantity - quantity });
  await addLines(work, [{ ...likeLine(line), ...changes, quantity }]);
}

/** Moves shares of lines into a box; out of their boxes when it is null. */
export async function packLines(
  work: Work,
  row: ShipmentRow,
  {
    handlingUnitId,
    shares,
  }: { readonly handlingUnitId: string | null; readonly shares: readonly LineShare[] },
): Promise<void> {
  if (shares.length === 0) return;
  const piles = shares.map(({ line }) => ({ ...pileOfLine(line), handlingUnitId }));
  await postEntry(work, {
    kind: 'pack',
    document: documentOf(row),
    reason: null,
    siteId: row.fromSiteId,
    lines: shares.map(({ line, quantity }, index) => ({
      from: pileOfLine(line),
      to: piles[index] ?? pileOfLine(line),
      quantity,
      serialId: line.serialId,
      holdId: line.reservationId,
    })),
  });
  const holds = await rehold(work, shares, piles);
  for (const [index, share] of shares.entries()) {
    const changes = { handlingUnitId, isUnboxed: false, reservationId: holds[index] ?? null };
    if (share.quantity < share.line.quantity) await divide(work, share, changes);
    else await changeLine(work, share.line.id, changes);
  }
}
