/** Sends a draft: from now on its paper says the same for ever, and what it brings is expected. */
import { z } from 'zod';
import { addDays, isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { text } from '../../platform/scalars.ts';
import { purchaseErrors } from '../command-errors.ts';
import { purchaseKey, purchaseMoved } from '../contract.ts';
import { changeLines, linesOf } from '../lines.store.ts';
import { movedOf, requireStep, sendToPurchase } from '../send.ts';
import { lockPurchase } from '../store.ts';

export const sendPurchaseOrder = defineCommand({
  name: 'purchasing.send',
  permission: 'purchasing.manage',
  summary: 'Sends a draft order: its paper is kept as it is now, and what it brings is expected.',
  input: z.strictObject({ ...purchaseKey, note: text(1000).nullable().default(null) }),
  output: purchaseMoved,
  errors: [
    ...purchaseErrors,
    'purchasing.something-is-ordered',
    'purchasing.every-price-is-known',
    'purchasing.value-beyond-counting',
  ],
  run: async (work, { purchaseOrderId, version, note }) => {
    const row = await lockPurchase(work, purchaseOrderId, version);
    requireStep(row, 'send');
    const lines = await linesOf(work, row.id);
    await changeLines(
      work,
      lines.flatMap(({ id, priceMinor, expectedOn, leadTimeDays }) => {
        if (priceMinor === null) return [];
        const reckoned =
          leadTimeDays === null ? {} : { expectedOn: isoDay(addDays(work.now, leadTimeDays)) };
        const own = expectedOn === null ? reckoned : {};
        return [{ lineId: id, sentPriceMinor: priceMinor, ...own }];
      }),
    );
    const changes = { note, sentAt: work.now, sentByName: work.actor.name };
    return movedOf(await sendToPurchase(work, row, { type: 'send' }, changes));
  },
});
