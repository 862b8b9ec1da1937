/** What the application's role cannot do, whatever it is told to send: change history, or become somebody else. */
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveStock } from '../../../src/inventory/index.ts';
import { applicationUrl } from '../../../src/platform/db/application-url.ts';
import { appRole, type Connection, connect } from '../../../src/platform/db/connect.ts';
import { openWorld, type World } from '../../support/world.ts';

const denied = '42501';
/** A column of each table that is only added to. */
const column = {
  entry: 'id',
  movement: 'line',
  activity: 'id',
  request: 'key',
  cost_entry: 'line',
  consignment_payable: 'line',
  period_closing: 'closed_before',
} as const;
const append = Object.keys(column);
const forbidden = [
  ...Object.entries(column).flatMap(([table, key]) => [
    `update ${table} set ${key} = ${key}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `drop table ${table}`,
  ]),
  'truncate bucket',
  'delete from bucket',
  'delete from part_cost',
  'delete from serial_unit',
  'delete from reservation',
  'create table stolen (id int)',
  'create index stolen on entry (kind)',
  'alter table bucket drop constraint never_negative',
  'create role stolen',
  `alter role ${appRole} superuser`,
  "copy (select 1) to program 'true'",
  "select pg_read_file('PG_VERSION')",
  "set session_replication_role = 'replica'",
];

let world: World;
let login: Connection;
beforeAll(async () => {
  world = await openWorld();
  const { siteId } = await world.site();
  const [partId, locationId] = [await world.part(), await world.bin(siteId)];
  await world.run(receiveStock, { partId, locationId, quantity: 1 });
  login = connect(await applicationUrl(world.database.url), { max: 2 });
});
afterAll(async () => {
  await login.close();
  await world.close();
});

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'no code',
  );

describe.each([
  ['under the role', () => world.database.connection],
  ['as a login of its own', () => login],
] as const)('the application %s', (_name, connection) => {
  it.each(forbidden)('may not %s', async (statement) => {
    expect(await codeOf(connection().sql.unsafe(statement).execute())).toBe(denied);
  });

  it('may add to what is only added to', async () => {
    const [row] = await connection().sql`select count(*)::int as n from entry`;
    expect(row?.n).toBe(1);
    const rights = await connection().sql`
      select t.name, has_table_privilege(t.name, 'insert') as adds,
             has_table_privilege(t.name, 'update') as changes
      from unnest(${append}::text[]) as t (name)`;
    expect(rights.map(({ adds, changes }) => [adds, changes])).toEqual(
      append.map(() => [true, false]),
    );
  });
});

describe('becoming somebody else', () => {
  const owner = () => new URL(world.database.url).username;
  const tricks = () => [
    'reset role',
    'set role none',
    'set session authorization default',
    `set role ${owner()}`,
    `set session authorization ${owner()}`,
    "select set_config('role', 'none', false)",
    'reset all',
    'discard all',
  ];

  it('is not possible for the login of its own', async () => {
    for (const trick of tricks()) {
      await login.sql.begin(async (tx) => {
        await codeOf(tx.savepoint((inner) => inner.unsafe(trick).execute()));
        const attempt = tx.savepoint((inner) => inner.unsafe('delete from movement').execute());
        expect([trick, await codeOf(attempt)]).toEqual([trick, denied]);
      });
    }
  });

  it('is possible for an owner who only acts under the role, which is why there is a login', async () => {
    const undone = new Error('not for good');
    const attempt = world.database.connection.sql.begin(async (tx) => {
      await tx.unsafe('set local role none');
      await tx.unsafe('delete from cost_entry');
      await tx.unsafe('delete from movement');
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
  });

  it('keeps its name and its password when asked for again, and needs one', async () => {
    const [first, second] = await Promise.all([
      applicationUrl(world.database.url),
      applicationUrl(world.database.url),
    ]);
    expect(second).toBe(first);
    expect(new URL(first).username).toBe(appRole);
    const guessed = new URL(first);
    guessed.password = 'guessed';
    const client = postgres(guessed.href, { max: 1, onnotice: () => undefined });
    expect(await codeOf(client`select 1`.execute())).toBe('28P01');
    await client.end();
  });
});
