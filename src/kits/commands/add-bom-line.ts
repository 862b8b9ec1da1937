/** Says at which position a model of equipment takes a part, and how many of it. */
import { z } from 'zod';
import { getPartRow } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { perUnit } from '../contract.ts';
import { kitsErrors } from '../errors.ts';
import { addBomLine, partModelId } from '../model-bom.store.ts';

export const addModelBomLine = defineCommand({
  name: 'kits.add-bom-line',
  permission: 'kits.edit',
  summary: 'Says at which position a model of equipment takes a part, and how many.',
  input: z.strictObject({
    model: text(100),
    partId: id,
    position: text(60),
    quantity: perUnit.default(1),
  }),
  output: z.strictObject({ lineId: id }),
  errors: ['inventory.unknown-part', 'kits.part-not-for-model', 'kits.position-taken'],
  run: async (work, { model, partId, position, quantity }) => {
    const { partNumber } = await getPartRow(work.db, partId);
    const fits = await partModelId(work, partId, model);
    if (fits === null) throw kitsErrors.error('part-not-for-model', { partNumber, model });
    work.refuseAs('model_bom_line_position', async () =>
      kitsErrors.error('position-taken', { position }),
    );
    work.about(`part:${partId}`);
    return { lineId: await addBomLine(work, { partModelId: fits, position, quantity }) };
  },
});
