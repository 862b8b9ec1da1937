/** Reads movements for the transaction report: a page for the screen, a slice for a file. */
import { sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { NearPart, TransactionRow } from '../contract.ts';
import { nearest, wordsOf } from '../search.rules.ts';
import { valueScopes } from './inventory-rows.ts';
import { pickMovements, type TransactionWish } from './pick-movements.ts';

type Row = Record<string, unknown> & TransactionRow;

/** Values are seen where one of the two places is; elsewhere they are as if there were none. */
function valueColumns(read: Read) {
  const scopes = valueScopes(read);
  if (scopes === null) {
    return { columns: sql`null::bigint as "valueMinor", null::text as currency`, join: sql`` };
  }
  const seen =
    scopes === 'all'
      ? sql`true`
      : sql`(${withinScopes({ scopes }, sql`fl.site_id`)}
             or ${withinScopes({ scopes }, sql`tl.site_id`)})`;
  return {
    columns: sql`ce.value_minor as "valueMinor",
      case when ce.value_minor is not null then part.currency end as currency`,
    join: sql`left join cost_entry ce on ce.entry_id = m.entry_id and ce.line = m.line and ${seen}`,
  };
}

const iso = (moment: string): string => new Date(moment).toISOString();

/** So many movements, newest first, and where to go on. */
export async function readTransactions(
  read: Read,
  wish: TransactionWish,
  limit: number,
): Promise<{ rows: TransactionRow[]; next: number | null }> {
  const picked = await pickMovements(read, wish, limit + 1);
  const value = valueColumns(read);
  const rows = await read.db.execute<Row>(sql`
    select m.seq, m.entry_id as "entryId", e.kind, e.posted_at as "postedAt",
           e.effective_at as "effectiveAt", e.actor_id as "actorId", e.actor_name as "actorName",
           e.reason, e.document, part.id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh", m.quantity,
           s.serial_number as "serialNumber", lot.lot_number as "lotNumber", p.code as "ownerCode",
           fs.code as "fromSite", fl.code as "fromLocation", f.condition as "fromCondition",
           m.from_after + m.quantity as "fromBefore", m.from_after as "fromAfter",
           ts.code as "toSite", tl.code as "toLocation", t.condition as "toCondition",
           m.to_after - m.quantity as "toBefore", m.to_after as "toAfter", ${value.columns}
    from ${picked} picked
    join movement m on m.seq = picked.seq
    join entry e on e.id = m.entry_id
    join part on part.id = m.part_id
    join bucket f on f.id = m.from_bucket_id
    join bucket t on t.id = m.to_bucket_id
    join location fl on fl.id = f.location_id
    join location tl on tl.id = t.location_id
    join party p on p.id = t.owner_id
    left join site fs on fs.id = fl.site_id
    left join site ts on ts.id = tl.site_id
    left join lot on lot.id = t.lot_id
    left join serial_unit s on s.id = m.serial_id
    ${value.join}
    order by m.seq desc`);
  const shown = [...rows].slice(0, limit).map((row) => ({
    ...row,
    postedAt: iso(row.postedAt),
    effectiveAt: iso(row.effectiveAt),
  }));
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** Parts spelt nearly as what was searched; none for an empty search. */
export async function nearParts(read: Read, search: string): Promise<readonly NearPart[]> {
  if (wordsOf(search).length === 0) return [];
  const parts = await read.db.execute<Record<string, unknown> & NearPart>(sql`
    select id as "partId", part_number as "partNumber", name_en as "nameEn", name_zh as "nameZh"
    from part order by part_number limit 50000`);
  const textsOf = ({ partNumber, nameEn, nameZh }: NearPart) => [partNumber, nameEn, nameZh];
  return nearest(search, [...parts], { textsOf, max: 5 });
}
