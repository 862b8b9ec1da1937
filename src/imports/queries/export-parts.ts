/** All parts with the levels of one site, as the file that an import reads back to equal parts. */
import { z } from 'zod';
import { exportPartsCsv, getSite, readStoredParts } from '../../inventory/index.ts';
import { levelsOfSite } from '../../planning/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';

export const exportParts = defineQuery({
  name: 'parts.export',
  permission: 'parts.import',
  summary: 'All parts with the levels of one site, as a CSV file that can be imported again.',
  input: z.strictObject({
    /** The site whose minimum and maximum are written. */
    siteId: id,
    /** The language of the headings. */
    locale: z.enum(['en', 'zh-CN']).default('en'),
  }),
  output: z.strictObject({
    parts: z.int(),
    /** The text of the file, without a byte order mark. */
    csv: z.string(),
  }),
  errors: ['inventory.unknown-site'],
  run: async (read, { siteId, locale }) => {
    await getSite(read, siteId);
    const stored = await readStoredParts(read.db);
    const levels = await levelsOfSite(read, siteId);
    const parts = stored.map((part) => {
      const level = levels.get(part.partId);
      const { minQuantity = null, maxQuantity = null } = level ?? {};
      return { ...part, minQuantity, maxQuantity };
    });
    return { parts: parts.length, csv: exportPartsCsv(parts, locale === 'en' ? 'en' : 'zh') };
  },
});
