/**
 * Writes off goods that vanished on the way, one entry a box, so that what turns up again is found by
 * undoing the entry of its box. It decides neither what is lost nor who answers for it.
 */
import { place, postEntry } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { documentOf } from '../effects.ts';
import { isAllIn } from '../line-sums.rules.ts';
import { changeLine, type LineRow, linesOf, pileOnTheWay } from '../lines.store.ts';
import { sendToShipment } from '../send.ts';
import { tellSources } from '../sources.ts';
import type { ShipmentRow } from '../store.ts';
import { addLosses } from './losses.store.ts';

/** So much of a line is lost. */
export interface LineLoss {
  readonly line: LineRow;
  readonly quantity: number;
}

function byBox(losses: readonly LineLoss[]): LineLoss[][] {
  const boxes = new Map<string | null, LineLoss[]>();
  for (const loss of losses) {
    const box = loss.line.handlingUnitId;
    boxes.set(box, [...(boxes.get(box) ?? []), loss]);
  }
  return [...boxes.values()];
}

interface Told {
  readonly losses: readonly LineLoss[];
  readonly reason: string;
}

async function postLoss(work: Work, row: ShipmentRow, { losses: box, reason }: Told) {
  const entryId = await postEntry(work, {
    kind: 'loss',
    document: documentOf(row),
    reason,
    siteId: row.fromSiteId,
    lines: box.map(({ line, quantity }) => {
      const from = pileOnTheWay(line);
      const to = { ...from, locationId: place.scrap };
      return { from, to, quantity, serialId: line.serialId, holdId: null };
    }),
  });
  await addLosses(
    work,
    box.map(({ line, quantity }) => ({
      shipmentId: row.id,
      lineId: line.id,
      handlingUnitId: line.handlingUnitId,
      quantity,
      entryId,
      reason,
    })),
  );
  for (const { line, quantity } of box) {
    await changeLine(work, line.id, { lost: line.lost + quantity });
  }
}

/**
 * Writes off goods of a locked shipment.
 * @throws what postEntry and the machine throw
 */
export async function writeOff(
  work: Work,
  row: ShipmentRow,
  { losses, reason }: Told,
): Promise<ShipmentRow> {
  for (const box of byBox(losses)) await postLoss(work, row, { losses: box, reason });
  const lines = await linesOf(work, row.id);
  const saved = await sendToShipment(work, row, { type: 'lose', isLast: isAllIn(lines) });
  await tellSources(work, saved, { fate: 'lost', parts: losses, reason });
  return saved;
}
