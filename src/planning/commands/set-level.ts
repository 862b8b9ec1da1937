/** Sets the minimum and maximum of a part at a site; the suggestion follows at once. */
import { z } from 'zod';
import { getPartRow, getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantityMax } from '../../platform/scalars.ts';
import { planningErrors } from '../errors.ts';
import { reviewParts } from '../review.ts';
import { writeLevels } from '../store.ts';

export const setLevel = defineCommand({
  name: 'planning.set-level',
  permission: 'planning.set-levels',
  summary: 'Sets the minimum and maximum of a part at a site.',
  input: z.strictObject({
    siteId: id,
    partId: id,
    minQuantity: z.int().min(0).max(quantityMax),
    maxQuantity: z.int().min(1).max(quantityMax),
  }),
  output: z.strictObject({ short: z.int() }),
  errors: ['inventory.unknown-site', 'inventory.unknown-part', 'planning.max-not-above-min'],
  run: async (work, { siteId, ...level }) => {
    await getSite(work, siteId);
    await getPartRow(work.db, level.partId);
    if (level.maxQuantity <= level.minQuantity) throw planningErrors.error('max-not-above-min');
    work.about(`part:${level.partId}`);
    await writeLevels(work, siteId, [level]);
    return { short: await reviewParts(work, [level.partId]) };
  },
});
