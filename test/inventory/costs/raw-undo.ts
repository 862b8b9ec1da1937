/** The reversal as the other rooms call it, bare, so that tests can undo any kind of entry. */
import { z } from 'zod';
import { inventoryErrors, reverseEntry } from '../../../src/inventory/index.ts';
import { defineCommand } from '../../../src/platform/command.ts';

export const undo = defineCommand({
  name: 'test.undo',
  permission: null,
  summary: 'Undoes any entry.',
  errors: inventoryErrors.codes,
  input: z.strictObject({ entryId: z.uuid() }),
  output: z.strictObject({ entryId: z.uuid() }),
  run: async (work, { entryId }) => ({ entryId: await reverseEntry(work, entryId, 'undone') }),
});
