/** Puts a part into a draft, or changes how many, for how much and by when. */
import { z } from 'zod';
import { requireOrderable } from '../../inventory/index.ts';
import { isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { day, id, moneyMinor, quantity } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { lineErrors } from '../command-errors.ts';
import { purchaseKey, purchaseMoved, purchaseWhy } from '../contract.ts';
import { offersOf } from '../demand.ts';
import { purchasingErrors } from '../errors.ts';
import { linesOf, putLine } from '../lines.store.ts';
import { priceFor, roundedUp, valueOfLine } from '../rounding.rules.ts';
import { movedOf, noteLines, requireStep } from '../send.ts';
import { lockPurchase, type PurchaseRow } from '../store.ts';

const input = z.strictObject({
  ...purchaseKey,
  partId: id,
  quantity,
  /** Of one piece; null: the price of the supplier's offer for so many, if he named one. */
  priceMinor: moneyMinor.nullable().default(null),
  expectedOn: day.nullable().default(null),
});
type Input = z.output<typeof input>;

/** @throws purchasing.odd-quantity unless it was acknowledged */
function requirePacks(
  work: Work,
  { quantity: wanted }: Input,
  terms: { readonly packSize: number; readonly minimumOrder: number },
): void {
  const better = roundedUp(wanted, terms).quantity;
  if (better === wanted || work.acknowledged.has('purchasing.odd-quantity')) return;
  throw purchasingErrors.error('odd-quantity', { ...terms, better });
}

async function offerOf(work: Work, row: PurchaseRow, partId: string) {
  const offers = (await offersOf(work, [partId])).get(partId) ?? [];
  return offers.find(
    ({ supplierId, currency }) => supplierId === row.supplierId && currency === row.currency,
  );
}

export const setPurchaseLine = defineCommand({
  name: 'purchasing.set-line',
  permission: 'purchasing.manage',
  summary: 'Puts a part into a draft order, or changes how many, for how much and by when.',
  input,
  output: purchaseMoved,
  errors: [
    ...lineErrors,
    'inventory.unknown-part',
    'inventory.part-retired',
    'purchasing.odd-quantity',
    'purchasing.day-is-over',
  ],
  run: async (work, wish) => {
    const row = await lockPurchase(work, wish.purchaseOrderId, wish.version);
    requireStep(row, 'note-lines');
    const { partId, expectedOn } = wish;
    const known = (await linesOf(work, row.id)).find((line) => line.partId === partId);
    if (known === undefined) await requireOrderable(work, [partId]);
    if (expectedOn !== null && expectedOn < isoDay(work.now)) {
      throw purchasingErrors.error('day-is-over', { day: expectedOn });
    }
    const offer = await offerOf(work, row, partId);
    const terms = {
      packSize: offer?.packSize ?? 1,
      minimumOrder: offer?.minimumOrder ?? 1,
    };
    requirePacks(work, wish, terms);
    const priceMinor = wish.priceMinor ?? priceFor(offer?.priceBreaks ?? [], wish.quantity);
    if (priceMinor !== null && valueOfLine(wish.quantity, priceMinor) === null) {
      throw purchasingErrors.error('value-beyond-counting');
    }
    await putLine(
      work,
      { orderId: row.id, partId },
      {
        ...terms,
        quantity: wish.quantity,
        priceMinor,
        expectedOn,
        supplierPartNumber: offer?.supplierPartNumber ?? null,
        leadTimeDays: offer?.leadTimeDays ?? null,
        why: known?.why == null ? null : purchaseWhy.parse(known.why),
      },
    );
    return movedOf(await noteLines(work, row));
  },
});
