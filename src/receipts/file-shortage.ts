/**
 * Files every line of a shipment that is still on the way as missing, once. The stock stays in transit
 * until somebody decides what became of it.
 */
import type { Work } from '../platform/work.ts';
import { getShipmentRow, lockShipment } from '../shipments/index.ts';
import { arrivingLines } from './arrival.store.ts';
import { type DiscrepancyRow, lockShortages } from './discrepancy.store.ts';
import { receiptsErrors } from './errors.ts';
import { raiseDiscrepancy } from './raise-discrepancy.ts';

/** @throws receipts.nothing-expected when nothing is missing that is not filed already */
export async function fileShortage(
  work: Work,
  wish: {
    readonly shipmentId: string;
    readonly boxId: string | null;
    readonly note: string | null;
  },
): Promise<DiscrepancyRow[]> {
  const { shipmentId, boxId, note } = wish;
  const { number, toSiteId: siteId } = await getShipmentRow(work, shipmentId);
  if (siteId === null) throw receiptsErrors.error('nothing-expected', { number });
  work.requireScope(siteId, receiptsErrors.error('unknown-arrival'));
  const { fromSiteId } = await lockShipment(work, shipmentId);
  const lines = (await arrivingLines(work, shipmentId, siteId)).filter(
    (line) => line.open > 0 && (boxId === null || line.boxId === boxId),
  );
  const sources = lines.map(({ lineId }) => `shipment-line:${lineId}`);
  const before = await lockShortages(work, sources);
  const filed = new Map<string | null, number>();
  for (const { source, quantity, settled } of before) {
    filed.set(source, (filed.get(source) ?? 0) + quantity - settled);
  }
  const drafts = lines.flatMap(({ lineId, open, pile, serialNumber }) => {
    const source = `shipment-line:${lineId}`;
    // A further shortage of a line waits until the one that is open has been settled.
    if (filed.has(source)) return [];
    const about = {
      siteId,
      fromSiteId,
      document: `shipment:${shipmentId}`,
      documentNumber: number,
    };
    return [{ ...about, kind: 'short' as const, source, quantity: open, serialNumber, pile, note }];
  });
  if (drafts.length === 0) throw receiptsErrors.error('nothing-expected', { number });
  return raiseDiscrepancy(work, drafts);
}
