/** The transaction report: every movement, newest first, with who, why and before and after. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import { type MovementRow, movementRow } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { withinScopes } from '../../sites/store.ts';
import { standsAlone } from '../reversal.rules.ts';

const input = z.strictObject({
  search: text(100, 0).default(''),
  partId: id.nullable().default(null),
  /** Movements of these documents only, e.g. `rma-line:<id>`. */
  documents: z.array(text(120)).max(50).default([]),
  /** Movements older than this one: the `seq` of the last row seen. */
  before: z.int().min(1).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});

type Row = Record<string, unknown> &
  Omit<MovementRow, 'postedAt' | 'effectiveAt' | 'isReversible'> & {
    postedAt: string;
    effectiveAt: string;
  };

export const listMovements = defineQuery({
  name: 'stock.movements',
  permission: 'stock.view',
  summary: 'Every movement with who, when, why, document, before and after.',
  input,
  output: z.strictObject({ rows: z.array(movementRow), next: z.int().nullable() }),
  errors: [],
  run: async (read, { search, partId, documents, before, limit }) => {
    const like = containing(search);
    const named = JSON.stringify(documents);
    const rows = await read.db.execute<Row>(sql`
      select m.seq, m.entry_id as "entryId", e.kind, e.posted_at as "postedAt",
             e.effective_at as "effectiveAt", e.actor_name as "actorName", e.reason, e.document,
             part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
             part.name_zh as "nameZh", m.quantity, s.serial_number as "serialNumber",
             fl.code as "fromLocation", f.condition as "fromCondition",
             m.from_after + m.quantity as "fromBefore", m.from_after as "fromAfter",
             tl.code as "toLocation", t.condition as "toCondition",
             m.to_after - m.quantity as "toBefore", m.to_after as "toAfter",
             p.code as "ownerCode", e.reverses_id as "reversesId", undo.id as "reversedById"
      from movement m
      join entry e on e.id = m.entry_id
      join part on part.id = m.part_id
      join bucket f on f.id = m.from_bucket_id
      join bucket t on t.id = m.to_bucket_id
      join location fl on fl.id = f.location_id
      join location tl on tl.id = t.location_id
      join party p on p.id = t.owner_id
      left join serial_unit s on s.id = m.serial_id
      left join entry undo on undo.reverses_id = e.id
      where (${before}::bigint is null or m.seq < ${before})
        and (${read.scopes === 'all'} or ${withinScopes(read, sql`fl.site_id`)}
             or ${withinScopes(read, sql`tl.site_id`)} or ${withinScopes(read, sql`e.site_id`)})
        and (${partId}::uuid is null or m.part_id = ${partId}::uuid)
        and (${named}::jsonb = '[]'::jsonb
             or e.document in (select jsonb_array_elements_text(${named}::jsonb)))
        and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
             or part.name_zh ilike ${like} or s.serial_number ilike ${like}
             or e.document ilike ${like} or e.actor_name ilike ${like} or fl.code ilike ${like}
             or tl.code ilike ${like} or e.reason ilike ${like})
      order by m.seq desc
      limit ${limit + 1}`);
    const shown = [...rows].slice(0, limit).map((row) => ({
      ...row,
      isReversible: row.reversesId === null && row.reversedById === null && standsAlone(row),
      postedAt: new Date(row.postedAt).toISOString(),
      effectiveAt: new Date(row.effectiveAt).toISOString(),
    }));
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
  },
});
