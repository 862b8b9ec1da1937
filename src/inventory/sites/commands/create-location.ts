/** Adds a zone, bin, bench, van, dock, quarantine or shipping location to a site. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { labelCode, locationKinds } from '../../contract.ts';
import { refuseBadPlace } from '../location.store.ts';
import { addLocation, getSite } from '../store.ts';

export const createLocation = defineCommand({
  name: 'sites.create-location',
  permission: 'sites.edit',
  summary: 'Adds a zone, bin, bench, van, dock, quarantine or shipping location to a site.',
  input: z.strictObject({
    siteId: id,
    code: labelCode,
    kind: z.enum(locationKinds),
    name: text(120).nullable().default(null),
    /** The zone it lies in. */
    parentId: id.nullable().default(null),
    /** Its place on the walk through the site. */
    pickSequence: z.int().min(1).max(1_000_000_000).nullable().default(null),
    /** Whose stock it is; a van must have one. */
    custodianId: id.nullable().default(null),
  }),
  output: z.strictObject({ locationId: z.uuid() }),
  errors: [
    'inventory.unknown-site',
    'inventory.location-code-taken',
    'inventory.not-a-zone',
    'inventory.site-retired',
    'inventory.custodian-required',
  ],
  run: async (work, input) => {
    await getSite(work, input.siteId);
    refuseBadPlace(work, input.code);
    const locationId = await addLocation(work, input);
    work.about(`location:${locationId}`);
    return { locationId };
  },
});
