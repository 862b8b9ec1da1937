/** The demand of components that follows from a demand of kits, through all levels. */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { askedKits, demandRow } from '../contract.ts';
import { explodedDemand } from '../exploded-demand.store.ts';

export const kitsDemand = defineQuery({
  name: 'kits.demand',
  permission: 'parts.view',
  summary: 'The demand of components that follows from a demand of kits, through all levels.',
  input: z.strictObject({ asked: askedKits, withOptional: z.boolean().default(true) }),
  output: z.strictObject({ demand: z.array(demandRow) }),
  errors: ['inventory.unknown-part', 'kits.too-many-pieces'],
  run: async (read, { asked, withOptional }) => ({
    demand: await explodedDemand(read, { asked, withOptional, stock: 'none' }),
  }),
});
