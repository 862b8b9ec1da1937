/** Says how far a blind count may be off before another person counts again. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, moneyMinor } from '../../platform/scalars.ts';
import { countedQuantity } from '../contract.ts';
import { putTolerance } from '../tolerance.store.ts';

export const setTolerance = defineCommand({
  name: 'counts.set-tolerance',
  permission: 'approvals.set-limits',
  summary: 'Sets how far a blind count may be off before it is counted again.',
  input: z.strictObject({
    /** Null holds for all sites without a tolerance of their own. */
    siteId: id.nullable().default(null),
    pieces: countedQuantity,
    percent: z.int().min(0).max(100),
    valueMinor: moneyMinor,
  }),
  output: z.strictObject({}),
  errors: ['inventory.unknown-site'],
  run: async (work, { siteId, ...tolerance }) => {
    if (siteId === null) work.requireScope(siteOfAll);
    else await getSite(work, siteId);
    await putTolerance(work, siteId, tolerance);
    work.about(siteId === null ? 'count-tolerance' : `site:${siteId}`);
    return {};
  },
});

/** No site has this id, so only who may act everywhere passes. */
const siteOfAll = '00000000-0000-0000-0000-000000000000';
