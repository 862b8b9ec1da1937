/**
 * Making a token for a program that acts as the person who makes it. It always ends some day, and it
 * can neither make further tokens nor manage people.
 */
import { z } from 'zod';
import { addDays } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { liveTokensMax } from '../contract.ts';
import { peopleErrors } from '../errors.ts';
import { requirePerson } from '../require-person.ts';
import { hashToken, tokenBytes } from '../secret-hash.ts';
import { addToken, countLiveTokens } from '../token.store.ts';

/** How a token begins, so that one that leaked can be recognised. */
export const tokenPrefix = 'benchstock_';

export const createToken = defineCommand({
  name: 'people.create-token',
  permission: 'tokens.manage-own',
  summary: 'Makes an API token that acts as its maker.',
  input: z.strictObject({ name: text(80), expiresInDays: z.int().min(1).max(365) }),
  output: z.strictObject({
    tokenId: id,
    /** Told once. */
    token: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  }),
  errors: ['people.person-not-found', 'people.too-many-tokens'],
  secretOutput: ['token'],
  async run(work, input) {
    const person = await requirePerson(work, work.actor.id);
    const live = await countLiveTokens(work.db, person.id, work.now);
    if (live >= liveTokensMax) {
      throw peopleErrors.error('too-many-tokens', { limit: liveTokensMax });
    }
    const tokenId = work.newId();
    const token = `${tokenPrefix}${work.newSecret(tokenBytes)}`;
    const expiresAt = addDays(work.now, input.expiresInDays);
    await addToken(work.db, {
      id: tokenId,
      name: input.name,
      personId: person.id,
      tokenHash: hashToken(token),
      createdAt: work.now,
      expiresAt,
    });
    work.about(`token:${tokenId}`);
    work.emit('people.token-created', { tokenId, personId: person.id });
    return { tokenId, token, expiresAt: expiresAt.toISOString() };
  },
});
