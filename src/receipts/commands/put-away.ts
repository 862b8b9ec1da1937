/** Takes goods from a dock to the bin where they belong, and serves whoever waits for them. */
import { z } from 'zod';
import { conditionCode } from '../../inventory/contract.ts';
import { getSiteLocation, inventoryErrors, postEntry, stockLines } from '../../inventory/index.ts';
import { feedBackorders } from '../../orders/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { countedLine, fedOrder } from '../contract.ts';
import { receiptsErrors } from '../errors.ts';
import { recordReceiptErrors } from '../receipt-errors.ts';
import { orderNumbers } from '../store.ts';

const bins: ReadonlySet<string> = new Set(['storage', 'bench', 'van', 'quarantine']);

export const putAway = defineCommand({
  name: 'receipts.put-away',
  permission: 'receipts.work',
  summary: 'Takes goods from a dock to a bin, and serves whoever waits for them.',
  input: countedLine.omit({ expiresOn: true }).extend({
    fromLocationId: id,
    toLocationId: id,
    condition: conditionCode.default('new'),
  }),
  output: z.strictObject({ entryId: id, fed: z.array(fedOrder) }),
  errors: [...recordReceiptErrors, 'receipts.not-a-bin'],
  run: async (work, { fromLocationId, toLocationId, ...stock }) => {
    const from = await getSiteLocation(work, fromLocationId);
    const to = await getSiteLocation(work, toLocationId);
    if (to.siteId !== from.siteId) throw inventoryErrors.error('unknown-location');
    if (!bins.has(to.kind)) throw receiptsErrors.error('not-a-bin', { location: to.code });
    const places = { from: from.id, to: to.id, mayBeNew: false };
    const lines = await stockLines(work, stock, places);
    const document = `location:${from.id}`;
    const entryId = await postEntry(work, { kind: 'put-away', document, reason: null, lines });
    work.about(`entry:${entryId}`);
    const isUsable = stock.condition === 'new' || stock.condition === 'good';
    const fed = isUsable
      ? await feedBackorders(
          work,
          lines.map(({ to: pile, quantity }) => ({ pile, quantity })),
        )
      : [];
    const numbers = await orderNumbers(
      work,
      fed.map(({ orderId }) => orderId),
    );
    return {
      entryId,
      fed: fed.map(({ orderId, partId, quantity }) => {
        return { orderId, orderNumber: numbers.get(orderId) ?? '', partId, quantity };
      }),
    };
  },
});
