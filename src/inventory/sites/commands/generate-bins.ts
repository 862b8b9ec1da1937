/** Adds many bins at once from a pattern, in walking order; all of them or none. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { binPlanInput, explainTaken, planBins } from '../bin-plan.ts';
import { addBins } from '../bins.store.ts';
import { refuseBadPlace } from '../location.store.ts';
import { lockSite } from '../store.ts';

export const generateBins = defineCommand({
  name: 'sites.generate-bins',
  permission: 'sites.edit',
  summary: 'Adds many bins at once from a pattern such as A-{01..20}-{1..4}, in walking order.',
  input: z.strictObject(binPlanInput),
  output: z.strictObject({
    added: z.int(),
    skipped: z.int(),
    firstCode: z.string().nullable(),
    lastCode: z.string().nullable(),
  }),
  errors: [
    'inventory.unknown-site',
    'inventory.site-retired',
    'inventory.not-a-zone',
    'inventory.bin-pattern-unreadable',
    'inventory.too-many-bins',
    'inventory.bins-exist',
  ],
  run: async (work, input) => {
    work.about(`site:${input.siteId}`);
    // Whoever adds bins to the site next waits here, and then sees these.
    await lockSite(work, input.siteId, null);
    const { bins, skipped } = await planBins(work, input);
    const codes = bins.map(({ code }) => code);
    refuseBadPlace(work, input.pattern);
    work.refuseAs('location_code', (read) => explainTaken(read, input.siteId, codes));
    if (bins.length > 0) await addBins(work, input, bins);
    const [firstCode = null] = codes;
    return { added: bins.length, skipped, firstCode, lastCode: codes.at(-1) ?? null };
  },
});
