/** Defective parts that are owed back, the most overdue first, and how late they are in all. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isoDay } from '../../../platform/clock.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id, text } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { type DefectiveReturnView, defectiveReturnView, paging } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { withinScopes } from '../../sites/store.ts';
import { ageBuckets, bucketDays } from '../owed.rules.ts';
import { owedStates } from '../owed.vocabulary.ts';

const input = z.strictObject({
  state: z.enum(owedStates).default('owed'),
  document: text(120).nullable().default(null),
  /** A part number, serial number, return number, document or person, or the beginning of one. */
  search: text(100, 0).default(''),
  personId: id.nullable().default(null),
  siteId: id.nullable().default(null),
  age: z.enum(ageBuckets).nullable().default(null),
  ...paging,
});

type Row = Record<string, unknown> & DefectiveReturnView & { total: number };

/** The lateness group of a row, as the rule has it. */
function groupOf(late: SQL): SQL {
  const { week, month, quarter } = bucketDays;
  return sql`case when ${late} <= 0 then 'not-due' when ${late} <= ${week}::int then 'week'
                  when ${late} <= ${month}::int then 'month'
                  when ${late} <= ${quarter}::int then 'quarter' else 'older' end`;
}

function chosen(read: Read, asked: z.output<typeof input>, late: SQL): SQL {
  const { state, document, search, personId, siteId, age } = asked;
  const like = containing(search);
  return sql`d.state = ${state} and ${withinScopes(read, sql`d.site_id`)}
    and (${document}::text is null or d.document = ${document})
    and (${personId}::uuid is null or d.owed_by_id = ${personId}::uuid)
    and (${siteId}::uuid is null or d.site_id = ${siteId}::uuid)
    and (${age}::text is null or ${groupOf(late)} = ${age})
    and (${search} = '' or d.number ilike ${like} or part.part_number ilike ${like}
         or d.document ilike ${like} or d.owed_by_name ilike ${like}
         or piece.serial_number ilike ${like})`;
}

export const listDefectiveReturns = defineQuery({
  name: 'returns.list-defective',
  permission: 'returns.view',
  summary: 'Defective parts that are owed back, the most overdue first.',
  input,
  output: z.strictObject({ total: z.int(), returns: z.array(defectiveReturnView) }),
  errors: [],
  run: async (read, asked) => {
    const { page, limit } = asked;
    const today = isoDay(read.now);
    const late = sql`(${today}::date - d.due_on::date)`;
    const rows = await read.db.execute<Row>(sql`
      select d.id, d.number, d.site_id as "siteId", d.part_id as "partId",
             part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
             d.quantity, d.document, d.fault_code as "faultCode", d.owed_by_id as "owedById",
             d.owed_by_name as "owedByName",
             d.state, d.due_on as "dueOn", (d.state = 'owed' and ${late} > 0) as "isOverdue",
             ${late} as "daysLate", piece.serial_number as "serialNumber",
             d.credit_minor as "creditMinor", d.credit_currency as "creditCurrency",
             d.credit_reference as "creditReference", d.closing_reason as "closingReason",
             d.created_at as "createdAt", l.code as "locationCode", count(*) over () as total
      from defective_return d
      join part on part.id = d.part_id
      left join movement m on m.entry_id = coalesce(d.closing_entry_id, d.removal_entry_id) and m.line = 1
      left join serial_unit piece on piece.id = m.serial_id
      left join bucket b on b.id = m.to_bucket_id
      left join location l on l.id = b.location_id
      where ${chosen(read, asked, late)}
      order by d.due_on, d.number
      limit ${limit} offset ${(page - 1) * limit}`);
    const returns = [...rows].map(({ total: _, ...row }) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
    }));
    return { total: rows[0]?.total ?? 0, returns };
  },
});

export const countOwedReturns = defineQuery({
  name: 'returns.count-owed',
  permission: 'returns.view',
  summary: 'How many defective parts are owed, by how late they are and by who owes them.',
  input: z.strictObject({ personId: id.nullable().default(null) }),
  output: z.strictObject({
    ages: z.array(z.strictObject({ age: z.enum(ageBuckets), returns: z.int(), pieces: z.int() })),
    people: z.array(
      z.strictObject({ personId: id, name: z.string(), returns: z.int(), overdue: z.int() }),
    ),
  }),
  errors: [],
  run: async (read, { personId }) => {
    const late = sql`(${isoDay(read.now)}::date - d.due_on::date)`;
    const owed = sql`from defective_return d
      where d.state = 'owed' and ${withinScopes(read, sql`d.site_id`)}
        and (${personId}::uuid is null or d.owed_by_id = ${personId}::uuid)`;
    const ages = await read.db.execute<{ age: string; returns: number; pieces: number }>(sql`
      select ${groupOf(late)} as age, count(*)::bigint as returns, sum(d.quantity)::bigint as pieces
      ${owed} group by 1`);
    const people = await read.db.execute<{
      personId: string;
      name: string;
      returns: number;
      overdue: number;
    }>(sql`
      select d.owed_by_id as "personId", max(d.owed_by_name) as name, count(*)::bigint as returns,
             count(*) filter (where ${late} > 0)::bigint as overdue
      ${owed} group by d.owed_by_id order by overdue desc, returns desc, name limit 50`);
    const byAge = new Map(ages.map((row) => [row.age, row]));
    return {
      ages: ageBuckets.map((age) => {
        const { returns = 0, pieces = 0 } = byAge.get(age) ?? {};
        return { age, returns, pieces };
      }),
      people: [...people],
    };
  },
});
