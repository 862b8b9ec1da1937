/** One part with its codes. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { partView } from '../../contract.ts';
import { barcodesOf, getPartRow } from '../store.ts';
import { viewPart } from './list-parts.ts';

export const getPart = defineQuery({
  name: 'parts.get',
  permission: 'parts.view',
  summary: 'One part with its codes.',
  input: z.strictObject({ partId: id }),
  output: partView,
  errors: ['inventory.unknown-part'],
  run: async (read, { partId }) => {
    const row = await getPartRow(read.db, partId);
    const barcodes = await barcodesOf(read.db, [partId]);
    return viewPart(row, barcodes.get(partId) ?? []);
  },
});
