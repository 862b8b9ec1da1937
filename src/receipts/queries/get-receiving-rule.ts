/** What a site asks of what comes in. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { ruleOfSite } from '../store.ts';

export const getReceivingRule = defineQuery({
  name: 'receipts.get-receiving-rule',
  permission: 'receipts.view',
  summary: 'How much more than expected a site takes, and how long lots must still keep.',
  input: z.strictObject({ siteId: id }),
  output: z.strictObject({
    overPercent: z.int(),
    overPieces: z.int(),
    minimumShelfLifeDays: z.int(),
  }),
  errors: ['inventory.unknown-site'],
  run: async (read, { siteId }) => {
    await getSite(read, siteId);
    return ruleOfSite(read, siteId);
  },
});
