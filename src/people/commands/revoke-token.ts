/**
 * Ending a token at once. Its maker may, and whoever manages people; to anybody else it does not
 * exist.
 */
import { z } from 'zod';
import { scopesOf } from '../../platform/actor.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { peopleErrors } from '../errors.ts';
import { endToken, findTokenOwner } from '../token.store.ts';

export const revokeToken = defineCommand({
  name: 'people.revoke-token',
  permission: 'tokens.manage-own',
  summary: 'Ends an API token.',
  input: z.strictObject({ tokenId: id }),
  output: z.strictObject({ tokenId: id }),
  errors: ['people.token-not-found'],
  async run(work, { tokenId }) {
    const ownerId = await findTokenOwner(work.db, tokenId);
    const mayAny = scopesOf(work.actor, 'people.manage') !== null;
    const may = ownerId !== null && (ownerId === work.actor.id || mayAny);
    if (!may) throw peopleErrors.error('token-not-found');
    await endToken(work.db, tokenId, work.now);
    work.about(`token:${tokenId}`);
    work.emit('people.token-revoked', { tokenId, personId: ownerId });
    return { tokenId };
  },
});
