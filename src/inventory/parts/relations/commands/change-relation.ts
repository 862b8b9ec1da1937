/** Changes what a relation between two parts says: its days, ratio, kind. The two parts stay. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inOrder } from '../../part-views.ts';
import { checkRelation, relationErrors, relationWords } from '../check-relation.ts';
import { getRelation, lockRelations, updateRelation } from '../store.ts';

export const changePartRelation = defineCommand({
  name: 'parts.change-relation',
  permission: 'parts.edit',
  summary: 'Changes what a relation between two parts says; the two parts stay.',
  input: z
    .strictObject({ relationId: id, ...relationWords })
    .refine(inOrder, { path: ['validTo'], error: 'invalid' }),
  output: z.strictObject({ relationId: z.uuid() }),
  errors: ['inventory.unknown-relation', ...relationErrors],
  run: async (work, { relationId, ...words }) => {
    await lockRelations(work);
    const { fromPartId, toPartId } = await getRelation(work.db, relationId);
    const relation = { fromPartId, toPartId, ...words };
    await checkRelation(work, relation, relationId);
    work.about(`part:${fromPartId}`);
    await updateRelation(work, relationId, relation);
    return { relationId };
  },
});
