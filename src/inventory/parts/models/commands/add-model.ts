/** Says that a part fits a model of equipment. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id, text } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { getPartRow } from '../../store.ts';
import { insertModel } from '../store.ts';

export const addPartModel = defineCommand({
  name: 'parts.add-model',
  permission: 'parts.edit',
  summary: 'Says that a part fits a model of equipment.',
  input: z.strictObject({
    partId: id,
    model: text(100),
    note: text(300).nullable().default(null),
  }),
  output: z.strictObject({ modelId: z.uuid() }),
  errors: ['inventory.unknown-part', 'inventory.part-model-taken'],
  run: async (work, values) => {
    const { partId, model } = values;
    await getPartRow(work.db, partId);
    work.refuseAs('part_model_one', async () =>
      inventoryErrors.error('part-model-taken', { model }),
    );
    work.about(`part:${partId}`);
    return { modelId: await insertModel(work, values) };
  },
});
