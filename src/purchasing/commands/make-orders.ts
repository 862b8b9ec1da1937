/** Groups chosen demand into draft orders, one per supplier; what nobody sells is answered by name. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { groupedDemand } from '../contract.ts';
import { demandNow } from '../demand.ts';
import { purchasingErrors } from '../errors.ts';
import { groupNeeds } from '../group.ts';
import { oneBuyerAtATime } from '../store.ts';

export const makePurchaseOrders = defineCommand({
  name: 'purchasing.make-orders',
  permission: 'purchasing.manage',
  summary:
    'Groups chosen demand into draft orders, one per supplier; parts nobody sells are answered by name.',
  input: z.strictObject({
    /** Rows of the demand; the supplier is the preferred one unless another is named. */
    picks: z
      .array(z.strictObject({ partId: id, siteId: id, supplierId: id.nullable().default(null) }))
      .min(1)
      .max(200),
    /** One site that takes all of it; null: each site its own. */
    deliverToId: id.nullable().default(null),
  }),
  output: groupedDemand,
  errors: [
    'inventory.unknown-site',
    'purchasing.nothing-to-buy',
    'purchasing.does-not-sell',
    'purchasing.quantity-beyond-counting',
    'purchasing.value-beyond-counting',
  ],
  run: async (work, { picks, deliverToId }) => {
    const sites = new Set([
      ...picks.map(({ siteId }) => siteId),
      ...(deliverToId === null ? [] : [deliverToId]),
    ]);
    for (const siteId of sites) await getSite(work, siteId);
    // From here on nobody else buys: what is read now is still so when the drafts are written.
    await oneBuyerAtATime(work);
    const { needs } = await demandNow(work);
    const chosen = needs.flatMap((need) => {
      const pick = picks.find(
        ({ partId, siteId }) => partId === need.partId && siteId === need.siteId,
      );
      if (pick === undefined || need.quantity === 0) return [];
      return [{ need, deliverTo: deliverToId ?? need.siteId, supplierId: pick.supplierId }];
    });
    if (chosen.length === 0) throw purchasingErrors.error('nothing-to-buy');
    return groupNeeds(work, chosen);
  },
});
