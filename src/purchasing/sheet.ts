/**
 * What the paper of an order says: who buys and sells, where it goes, what each line costs. It is made
 * when the order is sent and kept from then on.
 */
import type { Work } from '../platform/work.ts';
import { type PurchaseSheet, purchaseSheet } from './contract.ts';
import { purchasingErrors } from './errors.ts';
import { partsById, sheetEnds } from './facts.store.ts';
import { linesOf } from './lines.store.ts';
import { totalOf, valueOfLine } from './rounding.rules.ts';
import type { PurchaseRow } from './store.ts';

/** @throws purchasing.value-beyond-counting, unknown-purchase-order */
export async function sheetOf(work: Work, row: PurchaseRow): Promise<PurchaseSheet> {
  const lines = await linesOf(work, row.id);
  const [parts, ends, totalMinor] = [
    await partsById(
      work,
      lines.map(({ partId }) => partId),
    ),
    await sheetEnds(work, row),
    totalOf(lines),
  ];
  if (ends === null) throw purchasingErrors.error('unknown-purchase-order');
  if (totalMinor === null) throw purchasingErrors.error('value-beyond-counting');
  const { locale, ...supplier } = ends.supplier;
  return purchaseSheet.parse({
    number: row.number,
    issuedAt: work.now.toISOString(),
    locale,
    currency: row.currency,
    totalMinor,
    note: row.note,
    buyerName: work.actor.name,
    company: ends.company,
    supplier,
    shipTo: ends.shipTo,
    lines: lines.map(({ partId, quantity, priceMinor, supplierPartNumber, expectedOn }) => {
      const part = parts.get(partId);
      return {
        partNumber: part?.partNumber,
        nameEn: part?.nameEn,
        nameZh: part?.nameZh,
        unitOfMeasure: part?.unitOfMeasure,
        supplierPartNumber,
        quantity,
        priceMinor,
        valueMinor: priceMinor === null ? null : valueOfLine(quantity, priceMinor),
        expectedOn,
      };
    }),
  });
}
