/** One location of a site, in use or retired. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { withinScopes } from '../store.ts';
import { locationDetail, locationRows } from './location-rows.ts';

export const getLocation = defineQuery({
  name: 'sites.get-location',
  permission: 'sites.view',
  summary: 'One location with its zone, its keeper and whether anything lies there.',
  input: z.strictObject({ locationId: id }),
  output: locationDetail,
  errors: ['inventory.unknown-location'],
  run: async (read, { locationId }) => {
    const where = sql`l.id = ${locationId}::uuid and l.site_id is not null
      and ${withinScopes(read, sql`l.site_id`)}`;
    const [found] = await locationRows(read, where);
    if (found === undefined) throw inventoryErrors.error('unknown-location');
    return found;
  },
});
