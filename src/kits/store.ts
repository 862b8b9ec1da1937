/**
 * Reads and writes what kits are made of. Every change of any kit holds one lock over all of them: a
 * circle is a matter of many rows, and two halves of it must not be written side by side.
 */
import { eq, sql } from 'drizzle-orm';
import type { Read, Work } from '../platform/work.ts';
import type { Component, Definitions } from './definition.rules.ts';
import { kitsErrors } from './errors.ts';
import { kit, kitComponent, kitRevision } from './tables.ts';

/** Key of the advisory lock under which kits are changed. */
const definitionsLock = 7_205;

/** Waits until nobody else changes kits; to be called before they are read to be changed. */
export async function lockDefinitions(work: Work): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(${definitionsLock})`);
}

/** The revision of a kit; 0 for a part that is none. */
export async function revisionOf(read: Pick<Read, 'db'>, partId: string): Promise<number> {
  const [row] = await read.db.select().from(kit).where(eq(kit.partId, partId));
  return row?.revision ?? 0;
}

/** The revision of a kit that nobody changes until the end. @throws kits.unknown-kit */
export async function keepRevision(work: Work, partId: string): Promise<number> {
  const [row] = await work.db.select().from(kit).where(eq(kit.partId, partId)).for('share');
  if (row === undefined) throw kitsErrors.error('unknown-kit');
  return row.revision;
}

/** The components of one kit, in the order in which it is packed. */
export async function componentsOf(
  read: Pick<Read, 'db'>,
  kitPartId: string,
): Promise<readonly Component[]> {
  return read.db
    .select({
      partId: kitComponent.partId,
      quantity: kitComponent.quantity,
      isOptional: kitComponent.isOptional,
      allowsSubstitutes: kitComponent.allowsSubstitutes,
    })
    .from(kitComponent)
    .where(eq(kitComponent.kitPartId, kitPartId))
    .orderBy(kitComponent.position);
}

/** The components of these kits and of every kit inside them. */
export async function definitionsUnder(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
): Promise<Definitions> {
  const rows = await read.db.execute<Component & { kitPartId: string } & Record<string, unknown>>(
    sql`
    with recursive reached (part_id) as (
      select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid
      union
      select c.part_id from reached r join kit_component c on c.kit_part_id = r.part_id
    )
    select c.kit_part_id as "kitPartId", c.part_id as "partId", c.quantity,
           c.is_optional as "isOptional", c.allows_substitutes as "allowsSubstitutes"
    from kit_component c
    where c.kit_part_id in (select part_id from reached)
    order by c.kit_part_id, c.position`,
  );
  const found = new Map<string, Component[]>();
  for (const { kitPartId, ...component } of rows) {
    found.set(kitPartId, [...(found.get(kitPartId) ?? []), component]);
  }
  return found;
}

/** Writes what a kit is made of as its next revision, and keeps it. */
export async function writeDefinition(
  work: Work,
  kitPartId: string,
  wish: {
    readonly revision: number;
    readonly components: readonly Component[];
    readonly note: string | null;
  },
): Promise<void> {
  const { revision, components, note } = wish;
  await work.db
    .insert(kit)
    .values({ partId: kitPartId, revision })
    .onConflictDoUpdate({ target: kit.partId, set: { revision } });
  await work.db.delete(kitComponent).where(eq(kitComponent.kitPartId, kitPartId));
  const rows = components.map((component, at) => ({ ...component, kitPartId, position: at + 1 }));
  await work.db.insert(kitComponent).values(rows);
  await work.db.insert(kitRevision).values({
    kitPartId,
    revision,
    components: components.map((component) => ({ ...component })),
    note,
    changedAt: work.now,
    changedByName: work.actor.name,
  });
}

/** Numbers, currency and tracking of parts, by id. */
export async function partFacts(read: Pick<Read, 'db'>, partIds: readonly string[]) {
  const rows = await read.db.execute<{
    id: string;
    partNumber: string;
    currency: string;
    tracking: 'none' | 'lot' | 'serial';
  }>(sql`
    select id, part_number as "partNumber", currency, tracking from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)`);
  return new Map(rows.map((row) => [row.id, row]));
}
