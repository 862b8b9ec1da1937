/** Discrepancies that the reader's sites found or sent, the oldest open ones first. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type DiscrepancyView, discrepancyKind, discrepancyView, paging } from '../contract.ts';

type Row = Record<string, unknown> & DiscrepancyView & { total: number };

const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());

/** Discrepancies that satisfy a condition on `d`. */
export async function selectDiscrepancies(read: Read, where: SQL, range: SQL) {
  const rows = await read.db.execute<Row>(sql`
    select d.id, d.number, d.kind, d.state, d.version, d.site_id as "siteId",
           site.code as "siteCode", origin.code as "fromSiteCode", d.receipt_id as "receiptId",
           r.number as "receiptNumber", d.document, d.document_number as "documentNumber",
           d.part_id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
           part.name_zh as "nameZh", wanted.part_number as "expectedPartNumber", d.quantity,
           d.settled, d.quantity - d.settled as open, d.serial_number as "serialNumber",
           lot.lot_number as "lotNumber", place.code as "locationCode",
           there.code as "locationSiteCode", d.intended_condition as "intendedCondition", d.note,
           d.owner_id as "ownerId", d.owner_name as "ownerName",
           d.reported_by_name as "reportedByName", d.created_at as "createdAt",
           d.closed_at as "closedAt", count(*) over () as total
    from discrepancy d
    join site on site.id = d.site_id
    left join site origin on origin.id = d.from_site_id
    left join receipt r on r.id = d.receipt_id
    left join part on part.id = d.part_id
    left join part wanted on wanted.id = d.expected_part_id
    left join lot on lot.id = d.lot_id
    left join location place on place.id = d.location_id
    left join site there on there.id = place.site_id
    where (${withinScopes(read, sql`d.site_id`)} or ${withinScopes(read, sql`d.from_site_id`)})
      and ${where}
    order by d.state, case when d.state = 'open' then d.created_at end, d.created_at desc, d.number
    ${range}`);
  return {
    total: rows[0]?.total ?? 0,
    discrepancies: [...rows].map(({ total: _, ...row }) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
      closedAt: iso(row.closedAt),
    })),
  };
}

/** Whose discrepancies: everybody's, nobody's yet, or the reader's own. */
const ownerChoices = ['all', 'nobody', 'me'] as const;

export const listDiscrepancies = defineQuery({
  name: 'receipts.list-discrepancies',
  permission: 'receipts.view',
  summary: 'Discrepancies that the sites of the reader found or sent, the oldest open ones first.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    siteId: id.nullable().default(null),
    state: z.enum(['open', 'resolved', 'all']).default('open'),
    kind: discrepancyKind.nullable().default(null),
    owner: z.enum(ownerChoices).default('all'),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), discrepancies: z.array(discrepancyView) }),
  errors: [],
  run: (read, { search, siteId, state, kind, owner, page, limit }) => {
    const like = containing(search);
    const mine = owner === 'me' ? read.actor.id : null;
    const where = sql`(${siteId}::uuid is null or ${siteId}::uuid in (d.site_id, d.from_site_id))
      and (${state} = 'all' or d.state = ${state})
      and (${kind}::text is null or d.kind = ${kind})
      and (${mine}::uuid is null or d.owner_id = ${mine}::uuid)
      and (${owner !== 'nobody'} or d.owner_id is null)
      and (${search} = '' or d.number ilike ${like} or d.document_number ilike ${like}
           or d.serial_number ilike ${like} or part.part_number ilike ${like}
           or part.name_en ilike ${like} or part.name_zh ilike ${like})`;
    return selectDiscrepancies(read, where, sql`limit ${limit} offset ${(page - 1) * limit}`);
  },
});
