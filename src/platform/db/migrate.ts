/**
 * Brings a database to this version's shape. Runs as the owner of the database, one at a time
 * however many processes start together, all pending steps in one transaction. It also makes the
 * role the application acts under; the steps themselves say what that role may do.
 */
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { defineErrors } from '../errors.ts';
import { appRole } from './connect.ts';

const lockKey = 7_203_001;
const oldestMajor = 15;

export const databaseErrors = defineErrors('database', {
  'too-old': 'unavailable',
  'cannot-make-role': 'unavailable',
});

async function checkVersion(client: Sql): Promise<void> {
  const [row] = await client<{ v: string }[]>`select current_setting('server_version_num') as v`;
  const major = Math.floor(Number(row?.v ?? 0) / 10_000);
  if (major < oldestMajor) throw databaseErrors.error('too-old', { major, oldestMajor });
}

async function hasRole(client: Sql): Promise<boolean> {
  const [row] = await client<{ member: boolean }[]>`
    select pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = ${appRole}`;
  return row?.member ?? false;
}

async function ensureRole(client: Sql): Promise<void> {
  if (await hasRole(client)) return;
  // Another database of the same server may be making the role at this moment.
  await client.unsafe(`
    do $$ begin
      create role ${appRole} nologin;
    exception when duplicate_object or unique_violation or insufficient_privilege then null; end $$`);
  await client.unsafe(`
    do $$ begin
      execute format('grant ${appRole} to %I', current_user);
    exception when insufficient_privilege or undefined_object then null; end $$`);
  if (!(await hasRole(client))) throw databaseErrors.error('cannot-make-role', { role: appRole });
}

/**
 * Migrates the database behind `ownerUrl`.
 * @param ownerUrl address of the database, with a user who may create tables
 * @param folder   the folder of the migration steps
 * @throws database.too-old, database.cannot-make-role
 */
export async function migrate(ownerUrl: string, folder: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await checkVersion(client);
    await client`select pg_advisory_lock(${lockKey})`;
    await ensureRole(client);
    await runMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end({ timeout: 5 });
  }
}
