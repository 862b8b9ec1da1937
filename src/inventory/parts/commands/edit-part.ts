/** Changes what the master says of a part; its number stays, and its counting once stock moved. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { changesCounting, fixedByHistory } from '../part.rules.ts';
import { partWords } from '../part-views.ts';
import { getPartRow, hasMoved, lockPart, updatePart } from '../store.ts';
import { deleteUnit } from '../units/store.ts';

const input = z
  .strictObject({ partId: id, version: z.int(), ...partWords })
  .refine((part) => part.nameEn !== null || part.nameZh !== null, {
    path: ['nameEn'],
    error: 'name-required',
  });

export const editPart = defineCommand({
  name: 'parts.edit',
  permission: 'parts.edit',
  summary: 'Changes what the master says of a part; what is left out becomes empty.',
  input,
  output: z.strictObject({ version: z.int() }),
  errors: [
    'inventory.unknown-part',
    'inventory.changed-meanwhile',
    'inventory.part-tracking-fixed',
    'inventory.part-unit-fixed',
  ],
  run: async (work, { partId, version, ...values }) => {
    const before = await getPartRow(work.db, partId);
    const recounting = changesCounting(before, values);
    const part = await lockPart(work, partId, { version, recounting });
    if (recounting) {
      const { partNumber, unitOfMeasure: unit } = part;
      const fixed = fixedByHistory(part, values, await hasMoved(work.db, partId));
      if (fixed !== null) throw inventoryErrors.error(fixed, { partNumber, unit });
      await deleteUnit(work, partId, values.unitOfMeasure);
    }
    work.about(`part:${partId}`);
    await updatePart(work, partId, values);
    return { version: version + 1 };
  },
});
