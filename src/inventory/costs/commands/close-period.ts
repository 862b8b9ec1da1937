/** Closes every day before one, for good: nothing can be said to have happened there any more. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { day } from '../../../platform/scalars.ts';
import { addClosing } from '../periods.store.ts';

export const closePeriod = defineCommand({
  name: 'costs.close-period',
  permission: 'costs.edit',
  summary: 'Closes all days before a day, so that nothing is posted back into them.',
  input: z.strictObject({ closedBefore: day }),
  output: z.strictObject({ closedBefore: day }),
  errors: ['inventory.closing-in-future', 'inventory.closing-not-forward'],
  run: async (work, { closedBefore }) => {
    await addClosing(work, closedBefore);
    work.about(`period:${closedBefore}`);
    return { closedBefore };
  },
});
