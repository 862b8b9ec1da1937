/** What adding a pattern of bins would do, without doing it. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { binPlanInput, planBins } from '../bin-plan.ts';
import { getSite } from '../store.ts';

const shown = 12;

export const previewBins = defineQuery({
  name: 'sites.preview-bins',
  permission: 'sites.edit',
  summary: 'How many bins a pattern makes, the first and the last, and how one walks past them.',
  input: z.strictObject(binPlanInput),
  output: z.strictObject({
    count: z.int(),
    skipped: z.int(),
    firstCode: z.string().nullable(),
    lastCode: z.string().nullable(),
    /** The first codes in walking order. */
    walk: z.array(z.string()),
  }),
  errors: [
    'inventory.unknown-site',
    'inventory.bin-pattern-unreadable',
    'inventory.too-many-bins',
    'inventory.bins-exist',
  ],
  run: async (read, input) => {
    await getSite(read, input.siteId);
    const { bins, skipped } = await planBins(read, input);
    const codes = bins.map(({ code }) => code);
    const [firstCode = null] = codes;
    const lastCode = codes.at(-1) ?? null;
    return { count: codes.length, skipped, firstCode, lastCode, walk: codes.slice(0, shown) };
  },
});
