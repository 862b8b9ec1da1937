/** Changes what a site is called and where it is. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { isNamed, siteWords } from '../site-words.ts';
import { changeSite, lockSite } from '../store.ts';

export const editSite = defineCommand({
  name: 'sites.edit',
  permission: 'sites.edit',
  summary: 'Changes the code, names, address and telephone of a site.',
  input: z.strictObject({ siteId: id, version: z.int(), ...siteWords }).refine(isNamed, {
    path: ['nameEn'],
    error: 'name-required',
  }),
  output: z.strictObject({ version: z.int() }),
  errors: ['inventory.unknown-site', 'platform.stale-version', 'inventory.site-code-taken'],
  run: async (work, { siteId, version, ...values }) => {
    work.about(`site:${siteId}`);
    await lockSite(work, siteId, version);
    const { code } = values;
    work.refuseAs('site_code', async () => inventoryErrors.error('site-code-taken', { code }));
    await changeSite(work, siteId, values);
    return { version: version + 1 };
  },
});
