/** The auditor can fail: each promise is broken behind the application's back, and its validator says so. */
import type { Sql } from 'postgres';
import { describe, expect, it } from 'vitest';
import {
  auditLedger,
  createParty,
  findSerial,
  ledgerValidators,
  receiveStock,
  reverseStockEntry,
} from '../../../src/inventory/index.ts';
import { mint, openWorld, type World } from '../../support/world.ts';
import { claim, hold, line, moving, pileOf, place, post } from './raw-commands.ts';

/** A ledger with a bit of everything: pieces, holds used and open, an entry undone. */
async function livedIn() {
  const world = await openWorld({ max: 3 });
  const { siteId } = await world.site();
  const [a, b] = [await world.bin(siteId), await world.bin(siteId)];
  const partId = await world.part();
  await world.stocked(partId, a, 20);
  const { holdIds } = await world.run(hold, claim(pileOf(partId, a), 5));
  const use = { quantity: 2, holdId: holdIds[0] ?? null };
  await world.run(post, moving(line(partId, { from: a, to: b }, use)));
  const { entryId } = await world.run(receiveStock, { partId, locationId: b, quantity: 3 });
  await world.run(reverseStockEntry, { entryId, reason: 'typed twice' });
  const piece = await world.part('serial');
  const serialNumbers = ['S1', 'S2', 'S3'];
  await world.run(receiveStock, { partId: piece, locationId: a, quantity: 3, serialNumbers });
  const s1 = await findSerial(world.database.connection.db, piece, 'S1');
  const s2 = await findSerial(world.database.connection.db, piece, 'S2');
  await world.run(hold, claim(pileOf(piece, a), 1, s1?.id ?? ''));
  await buildKit(world, { from: partId, kit: piece, at: a });
  const places = { from: a, to: b };
  await world.run(post, moving(line(piece, places, { serialId: s2?.id ?? '' })));
  const { draft } = moving(line(partId, places));
  await world.run(post, { draft: { ...draft, postingKey: 'once' } });
  await useConsignment(world, partId, a);
  return world;
}

/** Two of a part become one serialised piece of another. */
async function buildKit(world: World, of: { from: string; kit: string; at: string }) {
  const [row] = await world.database.owner<{ id: string }[]>`
    insert into serial_unit (id, part_id, serial_number, created_at)
    values (gen_random_uuid(), ${of.kit}, 'KIT-1', now()) returning id`;
  const used = line(of.from, { from: of.at, to: place.conversion }, { quantity: 2 });
  const made = { serialId: row?.id ?? '' };
  const lines = [used, line(of.kit, { from: place.conversion, to: of.at }, made)];
  await world.run(post, { draft: { kind: 'kit', document: null, reason: null, lines } });
}

/** Stock of a supplier's that lies with us and is used, so that we owe him for it. */
async function useConsignment(world: World, partId: string, locationId: string): Promise<void> {
  const code = mint('V');
  const vendor = await world.run(createParty, {
    code,
    kind: 'supplier',
    nameEn: code,
    nameZh: null,
  });
  const theirs = { ownerId: vendor.partyId };
  const at = (id: string) => pileOf(partId, id, theirs);
  const lines = [
    line(
      partId,
      { from: '', to: '' },
      { from: at(place.supplier), to: at(locationId), quantity: 5 },
    ),
    line(partId, { from: '', to: '' }, { from: at(locationId), to: at(place.conversion) }),
  ];
  for (const one of lines) await world.run(post, moving(one));
}

const untied = [
  'bucket',
  'serial_unit',
  'reservation',
  'entry',
  'movement',
  'part_cost',
  'cost_entry',
  'consignment_payable',
];

/** Takes the database's own promises away, so that the break can be written at all. */
async function untie(owner: Sql): Promise<void> {
  for (const table of untied) await owner.unsafe(`alter table ${table} disable trigger all`);
  const promises = await owner<{ t: string; name: string }[]>`
    select conrelid::regclass::text as t, conname as name from pg_constraint
    where contype in ('c', 'u') and conrelid::regclass::text = any (${untied})`;
  for (const { t, name } of promises) {
    await owner.unsafe(`alter table ${t} drop constraint ${name} cascade`);
  }
}

const breaks: Readonly<Record<string, string>> = {
  'balance-equals-movements': `update bucket set on_hand = on_hand + 1
    where id = (select to_bucket_id from movement where serial_id is null limit 1)`,
  'parts-are-conserved': `update bucket set on_hand = on_hand + 1
    where id = (select from_bucket_id from movement where serial_id is null limit 1)`,
  'no-pile-below-zero': 'update bucket set reserved = on_hand + 1 where not neg_ok and on_hand > 0',
  'reserved-equals-live-holds': 'update bucket set reserved = reserved + 1 where reserved = 3',
  'one-place-per-serial': `update serial_unit set bucket_id = (
    select bucket_id from serial_unit where serial_number = 'S1') where serial_number = 'S2'`,
  'serial-place-is-last-movement': `update serial_unit set bucket_id = null where serial_number = 'S3'`,
  'serial-path-has-no-jump': `update movement set from_bucket_id = (
      select id from bucket
      where tracking = 'serial' and location_id = '${place.supplier}')
    where seq = (select max(seq) from movement where serial_id is not null)`,
  'serial-hold-is-live': `update serial_unit set hold_id = null where serial_number = 'S1'`,
  'no-update-was-lost': `update movement set to_after = to_after + 1
    where seq = (select max(seq) from movement)`,
  'consumed-equals-movements':
    'update reservation set consumed = 1, quantity = 4 where consumed = 2',
  'entries-have-movements': 'delete from movement where seq = (select max(seq) from movement)',
  'lines-are-gapless': 'update movement set line = 2 where seq = (select max(seq) from movement)',
  'reversal-mirrors-entry': `update movement set quantity = quantity + 1 where entry_id in (
    select id from entry where reverses_id is not null)`,
  'cost-counts-what-we-own': 'update part_cost set quantity = quantity + 1 where quantity > 0',
  'cost-equals-its-changes':
    'update part_cost set value_minor = value_minor + 1 where quantity > 0',
  'no-cost-was-lost': `update cost_entry set value_after = value_after + 1
    where seq = (select max(seq) from cost_entry)`,
  'nothing-is-worth-nothing': 'update part_cost set value_minor = -1 where quantity > 0',
  'cost-follows-the-border': `delete from cost_entry where seq = (select max(seq) from cost_entry)`,
  'kits-keep-their-value': `update cost_entry set variance_minor = variance_minor + 1
    where quantity > 0 and entry_id in (select id from entry where kind = 'kit')`,
  'reversal-mirrors-value': `update cost_entry set value_minor = value_minor - 1 where entry_id in (
    select id from entry where reverses_id is not null)`,
  'used-consignment-is-owed': 'update consignment_payable set quantity = quantity + 1',
  'one-effect-per-key': `insert into entry (id, kind, actor_id, actor_name, effective_at, posted_at,
      posting_key)
    select gen_random_uuid(), kind, actor_id, actor_name, effective_at, posted_at, posting_key
    from entry where posting_key is not null`,
};

describe('the auditor', () => {
  it('has a break for every validator', () => {
    expect(Object.keys(breaks).sort()).toEqual(ledgerValidators.map(({ name }) => name).sort());
  });

  it.each(Object.entries(breaks))('finds what breaks %s', async (name, statement) => {
    const world = await livedIn();
    const { connection, owner } = world.database;
    expect(await auditLedger(connection.db)).toEqual([]);
    await untie(owner);
    const written = await owner.unsafe(statement);
    expect(written.count).toBeGreaterThan(0);
    const found = await auditLedger(connection.db);
    expect(found.map(({ validator }) => validator)).toContain(name);
    await world.close();
  });
});
