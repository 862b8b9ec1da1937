/** Takes away a relation between two parts that should never have been; one that is over is ended. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { deleteRelation, getRelation, lockRelations } from '../store.ts';

export const removePartRelation = defineCommand({
  name: 'parts.remove-relation',
  permission: 'parts.edit',
  summary: 'Takes a relation between two parts away.',
  input: z.strictObject({ relationId: id }),
  output: z.strictObject({ relationId: z.uuid() }),
  errors: ['inventory.unknown-relation'],
  run: async (work, { relationId }) => {
    await lockRelations(work);
    const { fromPartId } = await getRelation(work.db, relationId);
    work.about(`part:${fromPartId}`);
    await deleteRelation(work, relationId);
    return { relationId };
  },
});
