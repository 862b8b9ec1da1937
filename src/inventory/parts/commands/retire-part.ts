/** Takes a part out of use: it can no longer be ordered, its stock and history stay. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { lockPart, updatePart } from '../store.ts';

export const retirePart = defineCommand({
  name: 'parts.retire',
  permission: 'parts.edit',
  summary: 'Takes a part out of use; it can no longer be ordered, its history stays.',
  input: z.strictObject({ partId: id, reason: text(300) }),
  output: z.strictObject({ version: z.int() }),
  errors: ['inventory.unknown-part', 'inventory.part-retired'],
  run: async (work, { partId, reason }) => {
    const part = await lockPart(work, partId);
    if (part.retiredAt !== null) {
      throw inventoryErrors.error('part-retired', { partNumber: part.partNumber });
    }
    work.about(`part:${partId}`);
    await updatePart(work, partId, { retiredAt: work.now, retiredReason: reason });
    return { version: part.version + 1 };
  },
});
