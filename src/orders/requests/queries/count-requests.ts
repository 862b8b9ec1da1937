/** How many requests wait, for the tiles of the first page. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../../inventory/index.ts';
import { scopesOf } from '../../../platform/actor.ts';
import { defineQuery } from '../../../platform/query.ts';
import { isOpen, isOwn } from './select-requests.ts';

export const countRequests = defineQuery({
  name: 'requests.count',
  permission: 'requests.view',
  summary: 'How many requests wait for a decision of the reader, and how many of his own are open.',
  input: z.strictObject({}),
  output: z.strictObject({ toApprove: z.int(), ownOpen: z.int() }),
  errors: [],
  run: async (read) => {
    const scopes = scopesOf(read.actor, 'requests.approve');
    const mayDecide = scopes === null ? sql`false` : withinScopes({ scopes }, sql`r.site_id`);
    // What he asked for himself waits for somebody else.
    const rows = await read.db.execute<{ toApprove: number; ownOpen: number }>(sql`
      select count(*) filter (where r.state = 'submitted' and ${mayDecide}
                                and r.requested_by_id <> ${read.actor.id}) as "toApprove",
             count(*) filter (where ${isOwn(read)} and ${withinScopes(read, sql`r.site_id`)})
               as "ownOpen"
      from parts_request r
      where ${isOpen}`);
    return { toApprove: rows[0]?.toApprove ?? 0, ownOpen: rows[0]?.ownOpen ?? 0 };
  },
});
