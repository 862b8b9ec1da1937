/** How many of one kit can be built now at each site, and the components that end it. */
import { z } from 'zod';
import { getPartRow } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { buildableAtSites } from '../buildable-at-sites.store.ts';
import { siteBuildable } from '../contract.ts';
import { kitsErrors } from '../errors.ts';
import { revisionOf } from '../store.ts';

export const kitBuildable = defineQuery({
  name: 'kits.buildable',
  permission: 'stock.view',
  summary: 'How many of a kit can be built now at each site, and the components that limit it.',
  input: z.strictObject({ partId: id }),
  output: z.strictObject({ sites: z.array(siteBuildable) }),
  errors: ['inventory.unknown-part', 'kits.unknown-kit'],
  run: async (read, { partId }) => {
    await getPartRow(read.db, partId);
    if ((await revisionOf(read, partId)) === 0) throw kitsErrors.error('unknown-kit');
    const found = await buildableAtSites(read, [partId], null);
    return { sites: [...(found.get(partId) ?? [])] };
  },
});
