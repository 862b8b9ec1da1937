/** Takes a line out of the bill of material of a model. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { kitsErrors } from '../errors.ts';
import { deleteBomLine } from '../model-bom.store.ts';

export const removeModelBomLine = defineCommand({
  name: 'kits.remove-bom-line',
  permission: 'kits.edit',
  summary: 'Takes a line out of the bill of material of a model.',
  input: z.strictObject({ lineId: id }),
  output: z.strictObject({ lineId: id }),
  errors: ['kits.unknown-bom-line'],
  run: async (work, { lineId }) => {
    work.about(`model-bom-line:${lineId}`);
    const had = await deleteBomLine(work, lineId);
    if (!had) throw kitsErrors.error('unknown-bom-line');
    return { lineId };
  },
});
