/** Puts notices away that their person has read. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { markNoticesRead } from '../store.ts';

export const markRead = defineCommand({
  name: 'notices.mark-read',
  permission: 'notices.manage-own',
  summary: 'Marks notices of whoever is signed in as read.',
  input: z.strictObject({ noticeIds: z.array(id).min(1).max(200) }),
  output: z.strictObject({ marked: z.int() }),
  errors: [],
  run: async (work, { noticeIds }) => ({ marked: await markNoticesRead(work, noticeIds) }),
});
