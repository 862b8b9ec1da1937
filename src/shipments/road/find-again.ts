/**
 * What was written off turns up: the entry of its box is undone and the goods are on the road again.
 * An order that was told of a loss waits for stock since then, so goods that were promised to it come
 * back free, and whoever waits gets them when they arrive.
 */
import { reverseEntry } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { hasLost } from '../line-sums.rules.ts';
import { addLines, changeLine, type LineRow, likeLine, linesOf } from '../lines.store.ts';
import { sendToShipment } from '../send.ts';
import { tellSources } from '../sources.ts';
import type { ShipmentRow } from '../store.ts';
import { type LossRow, openLosses, stampFound } from './losses.store.ts';

/** What goods are called that nobody waits for by name any more. */
function foundSource(row: ShipmentRow): string {
  return `found:${row.number}`;
}

async function free(work: Work, row: ShipmentRow, loss: LossRow, line: LineRow) {
  const freed = { source: foundSource(row), allocationId: null };
  if (loss.quantity === line.quantity) {
    await changeLine(work, line.id, { ...freed, lost: 0 });
    return;
  }
  const { quantity } = loss;
  const [left, lost] = [line.quantity - quantity, line.lost - quantity];
  await changeLine(work, line.id, { quantity: left, shipped: left, lost });
  await addLines(work, [{ ...likeLine(line), ...freed, quantity, shipped: quantity }]);
}

async function bringBack(work: Work, row: ShipmentRow, losses: readonly LossRow[]) {
  const found: { line: LineRow; quantity: number }[] = [];
  for (const loss of losses) {
    const line = (await linesOf(work, row.id)).find(({ id }) => id === loss.lineId);
    if (line === undefined) throw shipmentsErrors.error('unknown-line');
    if (line.allocationId === null) {
      await changeLine(work, line.id, { lost: line.lost - loss.quantity });
    } else await free(work, row, loss, line);
    found.push({ line, quantity: loss.quantity });
  }
  return found;
}

/**
 * Undoes the loss that one entry wrote off of a locked shipment.
 * @throws shipments.nothing-to-find, something-is-lost, event-not-allowed, and what a reversal refuses
 */
export async function findAgain(
  work: Work,
  row: ShipmentRow,
  told: { readonly entryId: string; readonly reason: string },
): Promise<ShipmentRow> {
  const losses = await openLosses(work, row.id, told.entryId);
  if (losses.length === 0) throw shipmentsErrors.error('nothing-to-find');
  await reverseEntry(work, told.entryId, told.reason);
  await stampFound(work, told.entryId);
  const parts = await bringBack(work, row, losses);
  const isStillLosing = hasLost(await linesOf(work, row.id));
  const saved = await sendToShipment(work, row, { type: 'find', isStillLosing });
  await tellSources(work, saved, { fate: 'found', parts, reason: told.reason });
  return saved;
}
