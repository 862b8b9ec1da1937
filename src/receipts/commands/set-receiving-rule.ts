/** Sets how much more than expected a site takes without asking, and how long lots must still keep. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantityMax } from '../../platform/scalars.ts';
import { writeRule } from '../store.ts';

export const setReceivingRule = defineCommand({
  name: 'receipts.set-receiving-rule',
  permission: 'sites.edit',
  summary: 'Sets how much more than expected a site takes, and how long lots must still keep.',
  input: z.strictObject({
    siteId: id,
    overPercent: z.int().min(0).max(100),
    overPieces: z.int().min(0).max(quantityMax),
    minimumShelfLifeDays: z.int().min(0).max(3650),
  }),
  output: z.strictObject({ siteId: id }),
  errors: ['inventory.unknown-site'],
  run: async (work, { siteId, ...rule }) => {
    await getSite(work, siteId);
    work.about(`site:${siteId}`);
    await writeRule(work, siteId, rule);
    return { siteId };
  },
});
