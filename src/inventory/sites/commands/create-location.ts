/** Adds a bin, bench, van, dock, quarantine or shipping location to a site. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { labelCode, siteLocationKinds } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { addLocation, getSite } from '../store.ts';

export const createLocation = defineCommand({
  name: 'sites.create-location',
  permission: 'sites.edit',
  summary: 'Adds a bin, bench, van, dock, quarantine or shipping location to a site.',
  input: z.strictObject({
    siteId: id,
    code: labelCode,
    kind: z.enum(siteLocationKinds),
    custodianId: id.nullable().default(null),
  }),
  output: z.strictObject({ locationId: z.uuid() }),
  errors: ['inventory.unknown-site', 'inventory.location-code-taken'],
  run: async (work, input) => {
    await getSite(work, input.siteId);
    work.refuseAs('location_code', async () =>
      inventoryErrors.error('location-code-taken', { code: input.code }),
    );
    const locationId = await addLocation(work, input);
    work.about(`location:${locationId}`);
    return { locationId };
  },
});
