/**
 * Everybody who may or might sign in, with his roles. Shows no hash and no attempt.
 */
import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { personView } from '../contract.ts';
import type { HeldRole } from '../roles.rules.ts';
import { person, personRole } from '../tables.ts';

const peopleMax = 1000;

export const listPeople = defineQuery({
  name: 'people.list',
  permission: 'people.manage',
  summary: 'Lists people with their roles, by login.',
  input: z.strictObject({}),
  output: z.strictObject({ people: z.array(personView) }),
  errors: [],
  async run(read) {
    const held = sql<HeldRole[]>`coalesce(jsonb_agg(jsonb_build_object(
      'role', ${personRole.role}, 'siteId', ${personRole.siteId})
      order by ${personRole.role}, ${personRole.siteId})
      filter (where ${personRole.id} is not null), '[]'::jsonb)`;
    const rows = await read.db
      .select({ person, roles: held })
      .from(person)
      .leftJoin(personRole, eq(personRole.personId, person.id))
      .groupBy(person.id)
      .orderBy(asc(person.login))
      .limit(peopleMax);
    const people = rows.map(({ person: row, roles }) => ({
      id: row.id,
      login: row.login,
      displayName: row.displayName,
      locale: row.locale === 'zh-CN' ? ('zh-CN' as const) : ('en' as const),
      hasPassword: row.passwordHash !== null,
      disabledAt: row.disabledAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      roles,
    }));
    return { people };
  },
});
