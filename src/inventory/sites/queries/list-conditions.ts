/** The quality states stock can be in, what each allows, and how much lies in it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { conditionCode } from '../../contract.ts';
import { conditions } from '../../ledger/posting.rules.ts';
import { withinScopes } from '../store.ts';

export const listConditions = defineQuery({
  name: 'inventory.list-conditions',
  permission: 'sites.view',
  summary: 'The quality states of stock, and whether stock in each may be promised.',
  input: z.strictObject({}),
  output: z.array(
    z.strictObject({
      code: conditionCode,
      isAllocatable: z.boolean(),
      /** Piles at the caller's sites that are in this state. */
      piles: z.int(),
    }),
  ),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<{
      code: z.infer<typeof conditionCode>;
      isAllocatable: boolean;
      piles: number;
    }>(sql`
      select c.code, c.is_allocatable as "isAllocatable", (
        select count(*)::int from bucket b join location l on l.id = b.location_id
        where b.condition = c.code and b.holds_stock and l.site_id is not null
          and ${withinScopes(read, sql`l.site_id`)}) as piles
      from condition c
      order by array_position(array(select jsonb_array_elements_text(${JSON.stringify(conditions)}::jsonb)), c.code)`);
    return [...rows];
  },
});
