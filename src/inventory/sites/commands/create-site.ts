/** Opens a site with the locations that receiving, repair and shipping need. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { inventoryErrors } from '../../errors.ts';
import { firstKinds } from '../location-kind.rules.ts';
import { isNamed, siteWords } from '../site-words.ts';
import { addLocation, addSite } from '../store.ts';

export const createSite = defineCommand({
  name: 'sites.create',
  permission: 'sites.edit',
  summary: 'Opens a site with its dock, quarantine and shipping locations.',
  input: z.strictObject(siteWords).refine(isNamed, { path: ['nameEn'], error: 'name-required' }),
  output: z.strictObject({ siteId: z.uuid() }),
  errors: ['inventory.site-code-taken', 'inventory.location-code-taken'],
  run: async (work, input) => {
    const taken = inventoryErrors.error('site-code-taken', { code: input.code });
    work.refuseAs('site_code', async () => taken);
    work.refuseAs('location_code', async () => taken);
    const siteId = work.newId();
    work.requireScope(siteId);
    work.about(`site:${siteId}`);
    await addSite(work, { ...input, id: siteId });
    for (const kind of firstKinds) {
      await addLocation(work, { siteId, kind, code: `${input.code}-${kind.toUpperCase()}` });
    }
    return { siteId };
  },
});
