/** Takes back that a part fits a model. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { deleteModel } from '../store.ts';

export const removePartModel = defineCommand({
  name: 'parts.remove-model',
  permission: 'parts.edit',
  summary: 'Takes back that a part fits a model of equipment.',
  input: z.strictObject({ partId: id, modelId: id }),
  output: z.strictObject({ modelId: z.uuid() }),
  errors: ['inventory.unknown-part-model'],
  run: async (work, { partId, modelId }) => {
    work.about(`part:${partId}`);
    const had = await deleteModel(work, partId, modelId);
    if (!had) throw inventoryErrors.error('unknown-part-model');
    return { modelId };
  },
});
