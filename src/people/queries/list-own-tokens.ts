/**
 * The tokens of whoever asks, newest first. A token itself can never be shown again.
 */
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { tokenView } from '../contract.ts';
import { apiToken } from '../tables.ts';

const tokensMax = 200;

export const listOwnTokens = defineQuery({
  name: 'people.list-own-tokens',
  permission: 'tokens.manage-own',
  summary: 'Lists the API tokens of whoever is signed in.',
  input: z.strictObject({}),
  output: z.strictObject({ tokens: z.array(tokenView) }),
  errors: [],
  async run(read) {
    const rows = await read.db
      .select()
      .from(apiToken)
      .where(eq(apiToken.personId, read.actor.id))
      .orderBy(desc(apiToken.createdAt), desc(apiToken.id))
      .limit(tokensMax);
    const tokens = rows.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
    return { tokens };
  },
});
