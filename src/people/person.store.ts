/**
 * Reads and writes persons and their roles. Says columns and locks; whether a change is allowed is
 * decided by the commands. Lock order: administrators' roles, then the person, then what hangs on him.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../platform/db/connect.ts';
import type { HeldRole } from './roles.rules.ts';
import { person, personRole } from './tables.ts';

/** A person as stored. */
export type PersonRow = typeof person.$inferSelect;

/** The person with this stored login, or null. */
export async function findPersonByLogin(db: Database, login: string): Promise<PersonRow | null> {
  const rows = await db.select().from(person).where(eq(person.login, login));
  return rows[0] ?? null;
}

/** The person, locked until the transaction ends, or null. */
export async function lockPerson(db: Database, personId: string): Promise<PersonRow | null> {
  // Not a full lock: a sign-in that adds a session to the person need not wait.
  const rows = await db.select().from(person).where(eq(person.id, personId)).for('no key update');
  return rows[0] ?? null;
}

/** Whether there is anybody at all. */
export async function hasAnyPerson(db: Database): Promise<boolean> {
  const rows = await db.select({ id: person.id }).from(person).limit(1);
  return rows.length > 0;
}

/** Adds a person. Breaks `person_login` when the login is taken. */
export async function addPerson(db: Database, row: typeof person.$inferInsert): Promise<void> {
  await db.insert(person).values(row);
}

/** Changes columns of one person. */
export async function changePerson(
  db: Database,
  personId: string,
  change: Partial<Pick<PersonRow, 'passwordHash' | 'disabledAt' | 'locale'>>,
): Promise<void> {
  await db.update(person).set(change).where(eq(person.id, personId));
}

/** Puts these roles in place of those the person had. Breaks `person_role_site` for an unknown site. */
export async function replaceRoles(
  db: Database,
  personId: string,
  held: readonly (HeldRole & { readonly id: string })[],
): Promise<void> {
  await db.delete(personRole).where(eq(personRole.personId, personId));
  if (held.length === 0) return;
  await db.insert(personRole).values(held.map((role) => ({ ...role, personId })));
}

/** Locks the roles of all administrators, so that two of them cannot remove each other at once. */
export async function lockAdministrators(db: Database): Promise<void> {
  await db
    .select({ id: personRole.id })
    .from(personRole)
    .where(eq(personRole.role, 'administrator'))
    .orderBy(personRole.id)
    .for('update');
}

/** How many administrators there are who could sign in at this moment. */
export async function countAdministrators(db: Database): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(distinct ${person.id})` })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(
      and(
        eq(personRole.role, 'administrator'),
        sql`${person.disabledAt} is null and ${person.passwordHash} is not null`,
      ),
    );
  return row?.n ?? 0;
}

/**
 * The administrator entered first, while no administrator has a password; null when one has, or when
 * there is none.
 */
export async function findLockedOutAdministrator(
  db: Database,
): Promise<{ id: string; login: string } | null> {
  const rows = await db.execute<{ id: string; login: string; can: boolean }>(sql`
    select p.id, p.login, bool_or(p.password_hash is not null) over () as can
    from person p join person_role r on r.person_id = p.id and r.role = 'administrator'
    where p.disabled_at is null
    order by p.created_at, p.id`);
  const row = rows[0];
  return row === undefined || row.can ? null : { id: row.id, login: row.login };
}
