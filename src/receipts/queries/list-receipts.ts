/** Receipts of the reader's sites, newest first. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { paging, type ReceiptView, receiptView } from '../contract.ts';

type Row = Record<string, unknown> & ReceiptView & { total: number };

/** Receipts that satisfy a condition on `r`. */
export async function selectReceipts(read: Read, where: SQL, range: SQL) {
  const rows = await read.db.execute<Row>(sql`
    with seen as (
      select r.*, count(*) over () as total from receipt r
      where ${withinScopes(read, sql`r.site_id`)} and ${where}
      order by r.received_at desc, r.number desc ${range}
    )
    select r.id, r.number, r.site_id as "siteId", site.code as "siteCode", r.kind, r.document,
           r.document_number as "documentNumber", r.sender, r.note,
           r.received_by_name as "receivedByName", r.received_at as "receivedAt",
           coalesce(sums.lines, 0)::int as lines, coalesce(sums.pieces, 0)::bigint as pieces,
           (select count(*)::int from discrepancy d
            where d.receipt_id = r.id and d.state = 'open') as "openDiscrepancies", r.total
    from seen r
    join site on site.id = r.site_id
    left join lateral (
      select count(*) as lines, sum(l.quantity) as pieces
      from receipt_line l where l.receipt_id = r.id
    ) sums on true
    order by r.received_at desc, r.number desc`);
  return {
    total: rows[0]?.total ?? 0,
    receipts: [...rows].map(({ total: _, ...row }) => ({
      ...row,
      receivedAt: new Date(row.receivedAt).toISOString(),
    })),
  };
}

export const listReceipts = defineQuery({
  name: 'receipts.list-receipts',
  permission: 'receipts.view',
  summary: 'Receipts of the sites of the reader, newest first.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    siteId: id.nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), receipts: z.array(receiptView) }),
  errors: [],
  run: (read, { search, siteId, page, limit }) => {
    const like = containing(search);
    const where = sql`(${siteId}::uuid is null or r.site_id = ${siteId}::uuid)
      and (${search} = '' or r.number ilike ${like} or r.document_number ilike ${like}
           or r.sender ilike ${like} or r.received_by_name ilike ${like}
           or exists (select from receipt_line l join part on part.id = l.part_id
                      where l.receipt_id = r.id and part.part_number ilike ${like}))`;
    return selectReceipts(read, where, sql`limit ${limit} offset ${(page - 1) * limit}`);
  },
});
