/** Sets how long people have to bring a replaced part back, and how they are reminded. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { partReturnsErrors } from '../errors.ts';
import { personName, writeChasing } from '../kept.store.ts';

export const setReturnChasing = defineCommand({
  name: 'part-returns.set-chasing',
  permission: 'sites.edit',
  summary: 'Sets when defective parts are due and how people of a site are reminded.',
  input: z.strictObject({
    /** Null: everywhere that has no rule of its own. */
    siteId: id.nullable().default(null),
    dueDays: z.int().min(0).max(365),
    daysBefore: z.int().min(0).max(90),
    everyDays: z.int().min(1).max(90),
    escalateAfterDays: z.int().min(0).max(365),
    escalateToId: id.nullable().default(null),
  }),
  output: z.strictObject({ siteId: id.nullable() }),
  errors: ['inventory.unknown-site', 'part-returns.unknown-person'],
  run: async (work, { siteId, escalateToId, ...days }) => {
    if (siteId !== null) await getSite(work, siteId);
    const escalateToName = escalateToId === null ? null : await personName(work, escalateToId);
    if (escalateToId !== null && escalateToName === null) {
      throw partReturnsErrors.error('unknown-person');
    }
    work.about(`return-chasing:${siteId ?? 'all'}`);
    await writeChasing(work, siteId, { ...days, escalateToId, escalateToName });
    return { siteId };
  },
});
