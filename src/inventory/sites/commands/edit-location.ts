/** Changes the code, name, zone and place on the walk of a location. What kind it is stays. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { labelCode } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { changeLocation, lockLocation, refuseBadPlace } from '../location.store.ts';
import { isZone } from '../location-kind.rules.ts';

export const editLocation = defineCommand({
  name: 'sites.edit-location',
  permission: 'sites.edit',
  summary: 'Changes the code, name, zone and walking order of a location.',
  input: z.strictObject({
    locationId: id,
    version: z.int(),
    code: labelCode,
    name: text(120).nullable().default(null),
    parentId: id.nullable().default(null),
    pickSequence: z.int().min(1).max(1_000_000_000).nullable().default(null),
  }),
  output: z.strictObject({ version: z.int() }),
  errors: [
    'inventory.unknown-location',
    'platform.stale-version',
    'inventory.location-retired',
    'inventory.location-code-taken',
    'inventory.not-a-zone',
    'inventory.zone-stays',
    'inventory.site-retired',
    'inventory.custodian-required',
  ],
  run: async (work, { locationId, version, ...values }) => {
    work.about(`location:${locationId}`);
    const before = await lockLocation(work, locationId, version);
    const named = { location: before.code };
    if (before.retiredAt !== null) throw inventoryErrors.error('location-retired', named);
    // A zone that moves could end up in itself, by way of the zones it holds.
    if (isZone(before) && before.parentId !== values.parentId) {
      throw inventoryErrors.error('zone-stays', named);
    }
    refuseBadPlace(work, values.code);
    await changeLocation(work, locationId, values);
    return { version: version + 1 };
  },
});
