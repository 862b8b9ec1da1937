/** Brings a retired part back into use. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { lockPart, updatePart } from '../store.ts';

export const bringBackPart = defineCommand({
  name: 'parts.bring-back',
  permission: 'parts.edit',
  summary: 'Brings a retired part back into use.',
  input: z.strictObject({ partId: id }),
  output: z.strictObject({ version: z.int() }),
  errors: ['inventory.unknown-part', 'inventory.part-not-retired'],
  run: async (work, { partId }) => {
    const part = await lockPart(work, partId);
    if (part.retiredAt === null) {
      throw inventoryErrors.error('part-not-retired', { partNumber: part.partNumber });
    }
    work.about(`part:${partId}`);
    await updatePart(work, partId, { retiredAt: null, retiredReason: null });
    return { version: part.version + 1 };
  },
});
