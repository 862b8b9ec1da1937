/**
 * Ending the session a device holds. Whoever shows the token may end it; a session that has ended
 * already is no refusal.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { secretText } from '../contract.ts';
import { hashToken } from '../secret-hash.ts';
import { removeSession } from '../session.store.ts';

export const signOut = defineCommand({
  name: 'people.sign-out',
  permission: null,
  summary: 'Ends the session of one device.',
  input: z.strictObject({ token: secretText }),
  output: z.strictObject({ ended: z.boolean() }),
  errors: [],
  secrets: ['token'],
  async run(work, input) {
    const personId = await removeSession(work.db, hashToken(input.token));
    if (personId !== null) work.about(`person:${personId}`);
    return { ended: personId !== null };
  },
});
