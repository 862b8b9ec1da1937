/** Takes a further unit from a part; quantities already taken in were kept in base units. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { unitText } from '../../part-views.ts';
import { getPartRow } from '../../store.ts';
import { deleteUnit } from '../store.ts';

export const removePartUnit = defineCommand({
  name: 'parts.remove-unit',
  permission: 'parts.edit',
  summary: 'Takes a further unit from a part.',
  input: z.strictObject({ partId: id, unit: unitText }),
  output: z.strictObject({ unit: z.string() }),
  errors: ['inventory.unknown-part', 'inventory.unknown-unit'],
  run: async (work, { partId, unit }) => {
    const { partNumber } = await getPartRow(work.db, partId);
    work.about(`part:${partId}`);
    const had = await deleteUnit(work, partId, unit);
    if (!had) throw inventoryErrors.error('unknown-unit', { unit, partNumber });
    return { unit };
  },
});
