/** Says that one part may stand in for another: as its successor or as an alternate. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inOrder } from '../../part-views.ts';
import { checkRelation, relationErrors, relationWords } from '../check-relation.ts';
import { insertRelation, lockRelations } from '../store.ts';

export const addPartRelation = defineCommand({
  name: 'parts.add-relation',
  permission: 'parts.edit',
  summary: 'Says that a part may be given for another, as its successor or as an alternate.',
  input: z
    .strictObject({ partId: id, toPartId: id, ...relationWords })
    .refine(inOrder, { path: ['validTo'], error: 'invalid' }),
  output: z.strictObject({ relationId: z.uuid() }),
  errors: relationErrors,
  run: async (work, { partId, ...words }) => {
    const relation = { fromPartId: partId, ...words };
    await lockRelations(work);
    await checkRelation(work, relation);
    work.about(`part:${partId}`);
    return { relationId: await insertRelation(work, relation) };
  },
});
