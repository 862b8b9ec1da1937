/** Relations between parts as the rows of a table. Written under the one lock of all relations. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../../platform/work.ts';
import type { Relation } from '../relations/relations.rules.ts';

/** A relation as a row says it: the two parts by their numbers. */
export interface RelationCells extends Omit<Relation, 'fromPartId' | 'toPartId'> {
  readonly fromPartNumber: string;
  readonly toPartNumber: string;
  readonly note: string | null;
}

/** A stored relation with its id and those of its parts. */
export type StoredRelation = RelationCells & {
  readonly id: string;
  readonly fromPartId: string;
  readonly toPartId: string;
};

/** Every relation, retired parts included, since a chain may go through them. */
export async function storedRelations(read: Read): Promise<readonly StoredRelation[]> {
  const rows = await read.db.execute<StoredRelation & Record<string, unknown>>(sql`
    select r.id, r.from_part_id as "fromPartId", r.to_part_id as "toPartId",
           f.part_number as "fromPartNumber", t.part_number as "toPartNumber", r.kind,
           r.is_two_way as "isTwoWay", r.numerator, r.denominator, r.valid_from as "validFrom",
           r.valid_to as "validTo", r.use_up_old_first as "useUpOldFirst", r.effectivity, r.note
    from part_relation r
    join part f on f.id = r.from_part_id
    join part t on t.id = r.to_part_id
    order by f.part_number, t.part_number, r.valid_from nulls first, r.id`);
  return [...rows];
}

/** Adds and changes relations. */
export async function writeRelations(
  work: Work,
  rows: readonly (RelationCells & { readonly id: string | null })[],
): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, id: row.id ?? work.newId() })));
  await work.db.execute(sql`
    insert into part_relation (id, from_part_id, to_part_id, kind, is_two_way, numerator,
      denominator, valid_from, valid_to, use_up_old_first, effectivity, note, created_by_name,
      created_at)
    select r.id, f.id, t.id, r.kind, r."isTwoWay", r.numerator, r.denominator, r."validFrom",
           r."validTo", r."useUpOldFirst", r.effectivity, r.note, ${work.actor.name},
           ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "fromPartNumber" text,
      "toPartNumber" text, kind text, "isTwoWay" boolean, numerator int, denominator int,
      "validFrom" text, "validTo" text, "useUpOldFirst" boolean, effectivity text, note text)
    join part f on f.part_number = r."fromPartNumber"
    join part t on t.part_number = r."toPartNumber"
    on conflict (id) do update set
      kind = excluded.kind, is_two_way = excluded.is_two_way, numerator = excluded.numerator,
      denominator = excluded.denominator, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, use_up_old_first = excluded.use_up_old_first,
      effectivity = excluded.effectivity, note = excluded.note`);
}
