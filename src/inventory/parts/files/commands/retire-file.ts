/** Takes a file off a part. Its bytes stay, for what was shown once may be asked for again. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { retireFile } from '../store.ts';

export const retirePartFile = defineCommand({
  name: 'parts.retire-file',
  permission: 'parts.edit',
  summary: 'Takes a file off a part.',
  input: z.strictObject({ partId: id, fileId: id }),
  output: z.strictObject({ fileId: z.uuid() }),
  errors: ['inventory.unknown-part-file'],
  run: async (work, { partId, fileId }) => {
    work.about(`part:${partId}`);
    const had = await retireFile(work, partId, fileId);
    if (!had) throw inventoryErrors.error('unknown-part-file');
    return { fileId };
  },
});
