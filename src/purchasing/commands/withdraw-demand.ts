/** Takes back what was asked for by hand and not bought yet. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { lockDemand, withdrawDemandRow } from '../demand.store.ts';
import { purchasingErrors } from '../errors.ts';
import { oneBuyerAtATime } from '../store.ts';

export const withdrawPurchaseDemand = defineCommand({
  name: 'purchasing.withdraw-demand',
  permission: 'purchasing.manage',
  summary: 'Takes back what was asked for by hand, as far as it has not been bought.',
  input: z.strictObject({ demandId: id }),
  output: z.strictObject({ withdrawn: z.int() }),
  errors: ['purchasing.unknown-demand', 'purchasing.bought-already'],
  run: async (work, { demandId }) => {
    await oneBuyerAtATime(work);
    const { quantity, withdrawn, assigned } = await lockDemand(work, demandId);
    const open = Math.max(0, quantity - withdrawn - assigned);
    if (open === 0) throw purchasingErrors.error('bought-already');
    await withdrawDemandRow(work, demandId, withdrawn + open);
    work.about(`purchase-demand:${demandId}`);
    return { withdrawn: open };
  },
});
