/** Notes what the supplier confirmed: days and prices, line by line, and his own number. */
import { z } from 'zod';
import { isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { day, id, moneyMinor, text } from '../../platform/scalars.ts';
import { purchaseErrors } from '../command-errors.ts';
import { purchaseKey, purchaseMoved } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { changeLines, linesOf } from '../lines.store.ts';
import { totalOf, valueOfLine } from '../rounding.rules.ts';
import { movedOf, requireStep, sendToPurchase } from '../send.ts';
import { lockPurchase } from '../store.ts';

export const confirmPurchaseOrder = defineCommand({
  name: 'purchasing.confirm',
  permission: 'purchasing.manage',
  summary: 'Notes what the supplier confirmed: days and prices by line, and his own number.',
  input: z.strictObject({
    ...purchaseKey,
    supplierReference: text(80).nullable().default(null),
    /** What differs from the order; lines left out are confirmed as they are. */
    lines: z
      .array(
        z.strictObject({
          lineId: id,
          expectedOn: day.nullable().default(null),
          priceMinor: moneyMinor.nullable().default(null),
        }),
      )
      .max(500)
      .default([]),
  }),
  output: purchaseMoved,
  errors: [
    ...purchaseErrors,
    'purchasing.unknown-line',
    'purchasing.day-is-over',
    'purchasing.value-beyond-counting',
  ],
  run: async (work, { purchaseOrderId, version, supplierReference, lines }) => {
    const row = await lockPurchase(work, purchaseOrderId, version);
    requireStep(row, 'confirm');
    const own = new Map((await linesOf(work, row.id)).map((line) => [line.id, line]));
    const today = isoDay(work.now);
    const changes = lines.map(({ lineId, expectedOn, priceMinor }) => {
      const line = own.get(lineId);
      if (line === undefined) throw purchasingErrors.error('unknown-line');
      const isNew = expectedOn !== null && expectedOn !== line.expectedOn;
      if (isNew && expectedOn < today) {
        throw purchasingErrors.error('day-is-over', { day: expectedOn });
      }
      if (priceMinor !== null && valueOfLine(line.quantity, priceMinor) === null) {
        throw purchasingErrors.error('value-beyond-counting');
      }
      return {
        lineId,
        ...(expectedOn === null ? {} : { expectedOn }),
        ...(priceMinor === null ? {} : { priceMinor }),
      };
    });
    await changeLines(work, changes);
    if (totalOf(await linesOf(work, row.id)) === null) {
      throw purchasingErrors.error('value-beyond-counting');
    }
    const named = supplierReference === null ? {} : { supplierReference };
    const noted = { ...named, confirmedAt: work.now };
    return movedOf(await sendToPurchase(work, row, { type: 'confirm' }, noted));
  },
});
