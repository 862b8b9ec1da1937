/** Closes a site that is empty, with all its locations, and opens it again. Its history stays. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { liveLocationIds, retireLocations } from '../location.store.ts';
import { changeSite, lockSite, reopenFirstLocations } from '../store.ts';

const input = z.strictObject({ siteId: id, version: z.int() });
const output = z.strictObject({ version: z.int() });

export const retireSite = defineCommand({
  name: 'sites.retire',
  permission: 'sites.edit',
  summary: 'Closes an empty site with all its locations; its history stays.',
  input,
  output,
  errors: [
    'inventory.unknown-site',
    'platform.stale-version',
    'inventory.site-retired',
    'inventory.location-not-empty',
    'inventory.zone-not-empty',
  ],
  run: async (work, { siteId, version }) => {
    work.about(`site:${siteId}`);
    const { retiredAt } = await lockSite(work, siteId, version);
    if (retiredAt !== null) throw inventoryErrors.error('site-retired');
    // A location that somebody adds meanwhile finds the site retired, or keeps it from being so.
    work.retryOn('location_in_site');
    await retireLocations(work, await liveLocationIds(work, siteId));
    await changeSite(work, siteId, { retiredAt: work.now });
    return { version: version + 1 };
  },
});

export const reopenSite = defineCommand({
  name: 'sites.reopen',
  permission: 'sites.edit',
  summary: 'Opens a retired site again, with its dock, quarantine and shipping locations.',
  input,
  output,
  errors: ['inventory.unknown-site', 'platform.stale-version'],
  run: async (work, { siteId, version }) => {
    work.about(`site:${siteId}`);
    await lockSite(work, siteId, version);
    await changeSite(work, siteId, { retiredAt: null });
    await reopenFirstLocations(work, siteId);
    return { version: version + 1 };
  },
});
