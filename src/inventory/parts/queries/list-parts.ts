/**
 * Parts by number, name, maker's number, barcode or own field, a page at a time. An old number also
 * finds the part that supersedes it, and says so.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { text } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { paging, trackingKind } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { lifeCycles, partRow } from '../part-views.ts';
import { successorsOf } from '../relations/store.ts';
import { part } from '../tables.ts';
import { viewParts } from '../view-part.ts';

/** The successors of the parts that a search names exactly, with the number each was found for. */
async function successorsNamed(read: Read, search: string): Promise<Map<string, string>> {
  if (search === '') return new Map();
  const named = await read.db.execute<{ id: string; part_number: string }>(sql`
    select id, part_number from part
    where upper(part_number) = upper(${search}) or manufacturer_part_number = ${search}
       or id in (select part_id from part_barcode where code = ${search})
    order by part_number limit 20`);
  const numbers = new Map([...named].map((row) => [row.id, row.part_number]));
  const successors = await successorsOf(read, [...numbers.keys()]);
  return new Map(
    [...successors].map(([partId, { partId: to }]) => [to, numbers.get(partId) ?? '']),
  );
}

/** Parts in whose own fields the text stands, as value or as the name of a choice. */
function holding(like: string) {
  return sql`select v.part_id from part_custom_value v
    join custom_field f on f.id = v.field_id and f.retired_at is null
    where v.value #>> '{}' ilike ${like}
       or exists (select from jsonb_array_elements(f.choices) c
                  where c ->> 'code' = v.value #>> '{}'
                    and (c ->> 'labelEn' ilike ${like} or c ->> 'labelZh' ilike ${like}))`;
}

export const listParts = defineQuery({
  name: 'parts.list',
  permission: 'parts.view',
  summary: 'Parts by number, name, maker’s number, barcode or custom field; finds successors too.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    tracking: trackingKind.nullable().default(null),
    lifeCycle: z.enum(lifeCycles).nullable().default(null),
    isRetired: z.boolean().nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), parts: z.array(partRow) }),
  errors: [],
  run: async (read, { search, tracking, lifeCycle, isRetired, page, limit }) => {
    const like = containing(search);
    const found = await successorsNamed(read, search);
    const also = JSON.stringify([...found.keys()]);
    const where = sql`(${search} = '' or ${part.partNumber} ilike ${like}
        or ${part.nameEn} ilike ${like} or ${part.nameZh} ilike ${like}
        or ${part.manufacturerPartNumber} ilike ${like}
        or ${part.id} in (select part_id from part_barcode where code = ${search})
        or ${part.id} in (select jsonb_array_elements_text(${also}::jsonb)::uuid)
        or ${part.id} in (${holding(like)}))
      and (${tracking}::text is null or ${part.tracking} = ${tracking})
      and (${lifeCycle}::text is null or ${part.lifeCycle} = ${lifeCycle})
      and (${isRetired}::boolean is null or (${part.retiredAt} is not null) = ${isRetired})`;
    const [total, rows] = await Promise.all([
      read.db.$count(part, where),
      read.db
        .select()
        .from(part)
        .where(where)
        .orderBy(part.partNumber)
        .limit(limit)
        .offset((page - 1) * limit),
    ]);
    const successors = await successorsOf(
      read,
      rows.map((row) => row.id),
    );
    const parts = (await viewParts(read, rows)).map((view) => ({
      ...view,
      successor: successors.get(view.id) ?? null,
      foundFor: found.get(view.id) ?? null,
    }));
    return { total, parts };
  },
});
