/** Hands a van or another location over to a person. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { changeLocation, lockLocation, refuseBadPlace } from '../location.store.ts';

export const setCustodian = defineCommand({
  name: 'sites.set-custodian',
  permission: 'sites.edit',
  summary: 'Hands a van or another location over to a person.',
  input: z.strictObject({
    locationId: id,
    version: z.int(),
    custodianId: id.nullable().default(null),
  }),
  output: z.strictObject({ version: z.int() }),
  errors: [
    'inventory.unknown-location',
    'platform.stale-version',
    'inventory.location-retired',
    'inventory.custodian-required',
  ],
  run: async (work, { locationId, version, custodianId }) => {
    work.about(`location:${locationId}`);
    const { code, retiredAt } = await lockLocation(work, locationId, version);
    if (retiredAt !== null) throw inventoryErrors.error('location-retired', { location: code });
    refuseBadPlace(work, code);
    await changeLocation(work, locationId, { custodianId });
    return { version: version + 1 };
  },
});
