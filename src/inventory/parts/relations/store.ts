/**
 * Reads and writes relations between parts. Every write holds one lock over all of them: a circle is
 * a matter of many rows, and two halves of it must not be written side by side.
 */
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { Read, Work } from '../../../platform/work.ts';
import { inventoryErrors } from '../../errors.ts';
import {
  type CoveringPart,
  coversFor,
  lastSuccessor,
  type NamedPart,
  type Relation,
} from './relations.rules.ts';
import { partRelation } from './tables.ts';

export type RelationRow = typeof partRelation.$inferSelect;

/** Key of the advisory lock under which relations are written. */
const relationsLock = 7_201;

/** A relation with its id and the numbers of both parts. */
export interface NamedRelation extends Relation {
  readonly id: string;
  readonly fromPartNumber: string;
  readonly toPartNumber: string;
  readonly fromIsRetired: boolean;
  readonly toIsRetired: boolean;
  readonly note: string | null;
}

/** Every relation that hangs together with these parts, over any number of steps. */
export async function relationsAround(
  db: Database,
  partIds: readonly string[],
): Promise<readonly NamedRelation[]> {
  if (partIds.length === 0) return [];
  const rows = await db.execute<NamedRelation & Record<string, unknown>>(sql`
    with recursive reached (part_id) as (
      select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid
      union
      select case when r.from_part_id = a.part_id then r.to_part_id else r.from_part_id end
      from reached a
      join part_relation r on r.from_part_id = a.part_id or r.to_part_id = a.part_id
    )
    select r.id, r.from_part_id as "fromPartId", r.to_part_id as "toPartId", r.kind,
           r.is_two_way as "isTwoWay", r.numerator, r.denominator, r.valid_from as "validFrom",
           r.valid_to as "validTo", r.use_up_old_first as "useUpOldFirst", r.effectivity, r.note,
           f.part_number as "fromPartNumber", t.part_number as "toPartNumber",
           f.retired_at is not null as "fromIsRetired", t.retired_at is not null as "toIsRetired"
    from part_relation r
    join part f on f.id = r.from_part_id
    join part t on t.id = r.to_part_id
    where r.from_part_id in (select part_id from reached)
    order by f.part_number, t.part_number, r.valid_from nulls first, r.id`);
  return [...rows];
}

/**
 * For each wanted part, the parts that may be given for it on a day (`YYYY-MM-DD`), in the order in
 * which to try them. The wanted part is among them; a retired part never stands in for another.
 */
export async function coveringParts(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, readonly CoveringPart[]>> {
  const wanted = [...new Set(partIds)];
  const relations = await relationsAround(read.db, wanted);
  const named = await read.db.execute<NamedPart & Record<string, unknown>>(sql`
    select id, part_number as "partNumber", retired_at is not null as "isRetired" from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)::uuid)`);
  const related = relations.flatMap((one): NamedPart[] => [
    { id: one.fromPartId, partNumber: one.fromPartNumber, isRetired: one.fromIsRetired },
    { id: one.toPartId, partNumber: one.toPartNumber, isRetired: one.toIsRetired },
  ]);
  return coversFor(wanted, { relations, parts: [...named, ...related] }, today);
}

/** Waits until nobody else writes relations; to be called before they are read to be changed. */
export async function lockRelations(work: Work): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(${relationsLock})`);
}

/** The relation. @throws inventory.unknown-relation */
export async function getRelation(db: Database, relationId: string): Promise<RelationRow> {
  const [row] = await db.select().from(partRelation).where(eq(partRelation.id, relationId));
  if (row === undefined) throw inventoryErrors.error('unknown-relation');
  return row;
}

/** Adds a relation and answers its id. */
export async function insertRelation(
  work: Work,
  values: Relation & { readonly note: string | null },
): Promise<string> {
  const id = work.newId();
  const made = { createdAt: work.now, createdByName: work.actor.name };
  await work.db.insert(partRelation).values({ ...values, ...made, id });
  return id;
}

/** Changes what a relation says. */
export async function updateRelation(
  work: Work,
  relationId: string,
  values: Relation & { readonly note: string | null },
): Promise<void> {
  await work.db.update(partRelation).set(values).where(eq(partRelation.id, relationId));
}

/** Takes a relation away; whether there was one. */
export async function deleteRelation(work: Work, relationId: string): Promise<boolean> {
  const gone = await work.db
    .delete(partRelation)
    .where(eq(partRelation.id, relationId))
    .returning({ id: partRelation.id });
  return gone.length > 0;
}

/** The last successor of each part that has one today. */
export async function successorsOf(
  read: Pick<Read, 'db' | 'now'>,
  partIds: readonly string[],
): Promise<Map<string, { readonly partId: string; readonly partNumber: string }>> {
  const today = read.now.toISOString().slice(0, 10);
  const relations = await relationsAround(read.db, partIds);
  const numbers = new Map(relations.map((one) => [one.toPartId, one.toPartNumber]));
  return new Map(
    partIds.flatMap((partId) => {
      const last = lastSuccessor(relations, partId, today);
      const partNumber = last === null ? undefined : numbers.get(last);
      return last === null || partNumber === undefined
        ? []
        : [[partId, { partId: last, partNumber }]];
    }),
  );
}
