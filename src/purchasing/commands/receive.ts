/**
 * Takes in what a supplier delivered against an order. The goods are posted by receiving, at the price
 * of the order; what waits is served there first, and what is too much or broken is filed there.
 */
import { z } from 'zod';
import { findLocationOfKind, getSiteLocation } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { countedLine } from '../../receipts/contract.ts';
import { receiptAnswer, recordReceipt, recordReceiptErrors } from '../../receipts/index.ts';
import { purchaseErrors } from '../command-errors.ts';
import { purchaseKey, purchaseReceived } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { type PartFacts, partsById, siteCodes } from '../facts.store.ts';
import { changeLines, linesOf, type PurchaseLineRow } from '../lines.store.ts';
import { openOf, settledBy, valueOfGoods } from '../receive.rules.ts';
import { documentOf, movedOf, requireReceivable, sendToPurchase } from '../send.ts';
import { lockPurchase, type PurchaseRow, requireVersion } from '../store.ts';

const input = z.strictObject({
  ...purchaseKey,
  /** Where it is put; null: the dock of the site it was ordered for. */
  locationId: id.nullable().default(null),
  /** The number of the supplier's delivery note. */
  deliveryNote: text(100).nullable().default(null),
  /** Null: everything that is still to come, as ordered. */
  lines: z
    .array(countedLine.extend({ isDamaged: z.boolean().default(false) }))
    .min(1)
    .max(500)
    .nullable()
    .default(null),
});
type Counted = NonNullable<z.output<typeof input>['lines']>[number];

async function placeOf(work: Work, row: PurchaseRow, locationId: string | null) {
  if (locationId !== null) return getSiteLocation(work, locationId);
  const dock = await findLocationOfKind(work.db, row.siteId, 'dock');
  if (dock !== null) return { id: dock.id, siteId: row.siteId };
  const site = (await siteCodes(work)).get(row.siteId) ?? '';
  throw purchasingErrors.error('no-dock', { site });
}

function allOpen(lines: readonly PurchaseLineRow[]): Counted[] {
  return lines
    .filter((line) => openOf(line) > 0)
    .map((line) => ({
      partId: line.partId,
      quantity: openOf(line),
      serialNumbers: [],
      lotNumber: null,
      expiresOn: null,
      isDamaged: false,
    }));
}

interface Delivery {
  readonly row: PurchaseRow;
  readonly lines: ReadonlyMap<string, PurchaseLineRow>;
  readonly parts: ReadonlyMap<string, PartFacts>;
}

/** What came, as receiving takes it. @throws purchasing.not-on-order */
function goodsOf({ row, lines, parts }: Delivery, counted: readonly Counted[]) {
  const before = new Map<string, number>();
  return counted.map(({ isDamaged, ...one }) => {
    const line = lines.get(one.partId);
    const part = parts.get(one.partId);
    if (line === undefined) {
      const partNumber = part?.partNumber ?? one.partId;
      throw purchasingErrors.error('not-on-order', { partNumber, number: row.number });
    }
    const earlier = before.get(line.id) ?? line.received;
    before.set(line.id, earlier + one.quantity);
    const valueMinor = valueOfGoods(one.quantity, line, part?.currency === row.currency);
    const goods = {
      ...one,
      condition: 'new' as const,
      expectedSource: documentOf(line.id),
      expected: { total: line.quantity - line.cancelled, before: earlier },
      ...(valueMinor === undefined ? {} : { valueMinor }),
    };
    return { isDamaged, goods };
  });
}

export const receivePurchase = defineCommand({
  name: 'purchasing.receive',
  permission: 'receipts.work',
  summary: 'Takes in what a supplier delivered against an order; whoever waits is served first.',
  input,
  output: purchaseReceived,
  errors: [
    ...purchaseErrors,
    ...recordReceiptErrors,
    'purchasing.not-sent-yet',
    'purchasing.order-is-ended',
    'purchasing.not-on-order',
    'purchasing.no-dock',
    'purchasing.quantity-is-to-come',
  ],
  run: async (work, { purchaseOrderId, version, locationId, deliveryNote, lines: given }) => {
    const row = await lockPurchase(work, purchaseOrderId);
    // Whoever is too late hears what to do with the goods, not that the page is old.
    requireReceivable(row);
    requireVersion(row, version);
    const own = await linesOf(work, row.id);
    const counted = given ?? allOpen(own);
    const delivery: Delivery = {
      row,
      lines: new Map(own.map((line) => [line.partId, line])),
      parts: await partsById(
        work,
        counted.map(({ partId }) => partId),
      ),
    };
    const came = goodsOf(delivery, counted);
    const place = await placeOf(work, row, locationId);
    const receipt = await recordReceipt(work, {
      siteId: place.siteId,
      locationId: place.id,
      kind: 'purchase',
      document: `purchase-order:${row.id}`,
      documentNumber: row.number,
      note: deliveryNote,
      lines: came.filter(({ isDamaged }) => !isDamaged).map(({ goods }) => goods),
      discrepancies: came
        .filter(({ isDamaged }) => isDamaged)
        .map(({ goods }) => ({ ...goods, kind: 'damaged' as const })),
    });
    const settled = own.map((line) => {
      const mine = receipt.outcomes.filter(({ source }) => source === documentOf(line.id));
      const pieces = mine.reduce((sum, one) => sum + one.accepted + one.quarantined, 0);
      return { line, settled: settledBy(line, pieces) };
    });
    await changeLines(
      work,
      settled.map((one) => ({ lineId: one.line.id, received: one.line.received + one.settled })),
    );
    const quantity = settled.reduce((sum, one) => sum + one.settled, 0);
    const moved =
      quantity === 0 ? row : await sendToPurchase(work, row, { type: 'receive', quantity });
    work.about(`purchase-order:${row.id}`);
    return { ...movedOf(moved), goods: await receiptAnswer(work, receipt) };
  },
});
