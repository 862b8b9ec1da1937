/** Takes an empty location out of use, and back into use. Its history stays. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import {
  changeLocation,
  countOfKind,
  lockLocation,
  refuseBadPlace,
  retireLocations,
} from '../location.store.ts';
import { isNeededByEverySite } from '../location-kind.rules.ts';

const input = z.strictObject({ locationId: id, version: z.int() });
const output = z.strictObject({ version: z.int() });

export const retireLocation = defineCommand({
  name: 'sites.retire-location',
  permission: 'sites.edit',
  summary: 'Takes an empty location out of use; its history stays.',
  input,
  output,
  errors: [
    'inventory.unknown-location',
    'platform.stale-version',
    'inventory.location-retired',
    'inventory.location-not-empty',
    'inventory.zone-not-empty',
    'inventory.last-of-its-kind',
  ],
  run: async (work, { locationId, version }) => {
    work.about(`location:${locationId}`);
    const { code, kind, siteId, retiredAt } = await lockLocation(work, locationId, version);
    const named = { location: code };
    if (retiredAt !== null) throw inventoryErrors.error('location-retired', named);
    if (isNeededByEverySite(kind) && (await countOfKind(work, siteId, kind)) === 1) {
      throw inventoryErrors.error('last-of-its-kind', named);
    }
    await retireLocations(work, [locationId]);
    return { version: version + 1 };
  },
});

export const reopenLocation = defineCommand({
  name: 'sites.reopen-location',
  permission: 'sites.edit',
  summary: 'Takes a retired location back into use.',
  input,
  output,
  errors: [
    'inventory.unknown-location',
    'platform.stale-version',
    'inventory.not-a-zone',
    'inventory.site-retired',
    'inventory.custodian-required',
  ],
  run: async (work, { locationId, version }) => {
    work.about(`location:${locationId}`);
    const { code } = await lockLocation(work, locationId, version);
    refuseBadPlace(work, code);
    await changeLocation(work, locationId, { retiredAt: null });
    return { version: version + 1 };
  },
});
