/** How much is expected, late, wrong and still at the dock, for the tiles of the first page. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ourCompany, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';

const counts = z.strictObject({
  expected: z.int(),
  overdue: z.int(),
  discrepancies: z.int(),
  toPutAway: z.int(),
});

export const countReceiptWork = defineQuery({
  name: 'receipts.count-work',
  permission: 'receipts.view',
  summary: 'How many arrivals are expected and late, how much is wrong and is to be put away.',
  input: z.strictObject({}),
  output: counts,
  errors: [],
  run: async (read) => {
    const now = read.now.toISOString();
    // The same piles as the lists: arrivals, open discrepancies, stock at the docks.
    const rows = await read.db.execute<z.infer<typeof counts> & Record<string, unknown>>(sql`
      with coming as (
        select s.promised_at from shipment s
        where s.state in ('in-transit', 'partly-received') and ${withinScopes(read, sql`s.to_site_id`)}
          and s.to_site_id is not null and exists (
            select from shipment_line l
            where l.shipment_id = s.id and l.shipped > l.received + l.lost)
        union all
        select min(expected_at) from expected_supply
        where quantity > 0 and ${withinScopes(read, sql`site_id`)}
        group by kind, document_number, site_id
      )
      select (select count(*)::int from coming) as expected,
             (select count(*)::int from coming where promised_at < ${now}::timestamptz) as overdue,
             (select count(*)::int from discrepancy d
              where d.state = 'open' and (${withinScopes(read, sql`d.site_id`)}
                or ${withinScopes(read, sql`d.from_site_id`)})) as discrepancies,
             (select count(*)::int from location l
              join bucket b on b.location_id = l.id and b.on_hand > 0
                and b.owner_id = ${ourCompany}::uuid and b.handling_unit_id is null
                and b.condition in ('new', 'good', 'unverified', 'defective')
              where l.kind = 'dock' and ${withinScopes(read, sql`l.site_id`)}) as "toPutAway"`);
    return { ...(rows[0] ?? { expected: 0, overdue: 0, discrepancies: 0, toPutAway: 0 }) };
  },
});
