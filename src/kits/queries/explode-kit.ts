/** What an order for a kit takes: kits that are there first, then components, through all levels. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, quantity } from '../../platform/scalars.ts';
import { demandRow } from '../contract.ts';
import { explodedDemand } from '../exploded-demand.store.ts';

export const explodeKit = defineQuery({
  name: 'kits.explode',
  permission: 'stock.view',
  summary: 'What so many of a kit take: kits on hand first, then components through all levels.',
  input: z.strictObject({
    partId: id,
    quantity,
    /** The site whose free storage stock counts; every site the caller sees when not said. */
    siteId: id.nullable().default(null),
    withOptional: z.boolean().default(true),
  }),
  output: z.strictObject({ demand: z.array(demandRow) }),
  errors: ['inventory.unknown-part', 'inventory.unknown-site', 'kits.too-many-pieces'],
  run: async (read, { siteId, withOptional, ...asked }) => {
    if (siteId !== null) await getSite(read, siteId);
    const stock = siteId === null ? 'everywhere' : { siteId };
    return { demand: await explodedDemand(read, { asked: [asked], withOptional, stock }) };
  },
});
