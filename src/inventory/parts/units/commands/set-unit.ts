/** Says what a further unit of a part amounts to: one box is twelve pieces. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { ratioPart, unitText } from '../../part-views.ts';
import { lockPart } from '../../store.ts';
import { putUnit } from '../store.ts';

export const setPartUnit = defineCommand({
  name: 'parts.set-unit',
  permission: 'parts.edit',
  summary: 'Says that one of a unit is exactly numerator / denominator base units of the part.',
  input: z.strictObject({
    partId: id,
    unit: unitText,
    numerator: ratioPart,
    denominator: ratioPart.default(1),
  }),
  output: z.strictObject({ unit: z.string() }),
  errors: ['inventory.unknown-part', 'inventory.base-unit-is-fixed'],
  run: async (work, { partId, unit, ...ratio }) => {
    const part = await lockPart(work, partId);
    if (part.unitOfMeasure === unit) throw inventoryErrors.error('base-unit-is-fixed', { unit });
    work.about(`part:${partId}`);
    await putUnit(work, partId, { unit, ...ratio });
    return { unit };
  },
});
