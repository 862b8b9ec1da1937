/** Adds demand by hand: buy so many whatever lies in stock. */
import { z } from 'zod';
import { getSite, requireOrderable } from '../../inventory/index.ts';
import { isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { day, id, quantity } from '../../platform/scalars.ts';
import { reasonInput } from '../contract.ts';
import { addDemandRow } from '../demand.store.ts';
import { purchasingErrors } from '../errors.ts';

export const addPurchaseDemand = defineCommand({
  name: 'purchasing.add-demand',
  permission: 'purchasing.manage',
  summary: 'Adds demand by hand: so many of a part are bought for a site whatever lies in stock.',
  input: z.strictObject({
    partId: id,
    siteId: id,
    quantity,
    neededBy: day.nullable().default(null),
    reason: reasonInput,
  }),
  output: z.strictObject({ demandId: id }),
  errors: [
    'inventory.unknown-part',
    'inventory.unknown-site',
    'inventory.part-retired',
    'purchasing.day-is-over',
  ],
  run: async (work, input) => {
    await getSite(work, input.siteId);
    await requireOrderable(work, [input.partId]);
    const { neededBy } = input;
    if (neededBy !== null && neededBy < isoDay(work.now)) {
      throw purchasingErrors.error('day-is-over', { day: neededBy });
    }
    const demandId = await addDemandRow(work, input);
    work.about(`purchase-demand:${demandId}`);
    return { demandId };
  },
});
