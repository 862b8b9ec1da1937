/** One relation between two parts. */
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { id } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { relationView } from '../../part-views.ts';
import { getRelation, relationsAround } from '../store.ts';

export const getPartRelation = defineQuery({
  name: 'parts.relation',
  permission: 'parts.view',
  summary: 'One relation between two parts.',
  input: z.strictObject({ relationId: id }),
  output: relationView,
  errors: ['inventory.unknown-relation'],
  run: async (read, { relationId }) => {
    const { fromPartId } = await getRelation(read.db, relationId);
    const around = await relationsAround(read.db, [fromPartId]);
    const found = around.find((one) => one.id === relationId);
    if (found === undefined) throw inventoryErrors.error('unknown-relation');
    const { fromIsRetired: _, toIsRetired: __, ...relation } = found;
    return relation;
  },
});
