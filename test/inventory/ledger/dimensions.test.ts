/** Condition, owner, lot and expiry tell piles apart; what may be promised follows all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  changeCondition,
  findSerial,
  findTakablePile,
  receiveStock,
  stockOnHand,
  stockPile,
} from '../../../src/inventory/index.ts';
import { addDays, isoDay } from '../../../src/platform/clock.ts';
import { defineQuery } from '../../../src/platform/query.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';
import { claim, hold, pileOf, tally } from './raw-commands.ts';

let world: World;
let siteId: string;
beforeAll(async () => {
  world = await openWorld({ max: 8 });
  ({ siteId } = await world.site());
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const inDays = (days: number) => isoDay(addDays(world.clock.now(), days));
const takable = defineQuery({
  name: 'test.takable',
  permission: null,
  summary: 'The door, bare.',
  input: z.strictObject({ partId: z.uuid(), locationId: z.uuid(), quantity: z.int() }),
  output: z.strictObject({ lotId: z.uuid().nullable(), condition: z.string() }),
  errors: [],
  run: async (read, wanted) => {
    const { lotId, condition } = await findTakablePile(read, wanted);
    return { lotId, condition };
  },
});
async function shelf(tracking: 'none' | 'lot' | 'serial' = 'none') {
  return { partId: await world.part(tracking), locationId: await world.bin(siteId) };
}
const onHand = async (locationId: string) => (await world.ask(stockOnHand, { locationId })).rows;

describe('stock.change-condition', () => {
  it('makes stock unpromisable where it lies, and promisable again', async () => {
    const at = await shelf();
    await world.run(receiveStock, { ...at, quantity: 5 });
    const [fresh] = await onHand(at.locationId);
    expect(fresh).toMatchObject({ condition: 'new', available: 5, isOurs: true, isExpired: false });
    const bucketId = fresh?.bucketId ?? '';
    const reason = 'dropped';
    await world.run(changeCondition, { bucketId, quantity: 2, condition: 'quarantine', reason });
    const rows = await onHand(at.locationId);
    expect(rows.map((row) => [row.condition, row.onHand, row.available])).toEqual([
      ['new', 3, 3],
      ['quarantine', 2, 0],
    ]);
    const shut = { bucketId: rows[1]?.bucketId ?? '', quantity: 2, reason };
    await world.run(changeCondition, { ...shut, condition: 'good' });
    expect((await onHand(at.locationId)).map((row) => [row.condition, row.available])).toEqual([
      ['good', 2],
      ['new', 3],
    ]);
    await expect(
      world.run(changeCondition, { bucketId, quantity: 1, condition: 'new', reason }),
    ).rejects.toMatchObject({ code: 'inventory.same-condition' });
  });

  it('takes the pieces that are named', async () => {
    const at = await shelf('serial');
    await world.run(receiveStock, { ...at, quantity: 2, serialNumbers: ['1', '2'] });
    const [row] = await onHand(at.locationId);
    const change = { bucketId: row?.bucketId ?? '', quantity: 1, condition: 'defective' as const };
    await expect(world.run(changeCondition, { ...change, reason: 'x' })).rejects.toMatchObject({
      code: 'inventory.serial-required',
    });
    await world.run(changeCondition, { ...change, serialNumbers: ['2'], reason: 'x' });
    expect((await onHand(at.locationId)).map((one) => [one.condition, one.serialNumbers])).toEqual([
      ['defective', ['2']],
      ['new', ['1']],
    ]);
  });

  it('never takes what somebody holds, whoever is first', async () => {
    const at = await shelf();
    await world.run(receiveStock, { ...at, quantity: 5 });
    const [row] = await onHand(at.locationId);
    const change = { bucketId: row?.bucketId ?? '', quantity: 5, condition: 'quarantine' as const };
    const calls = [
      world.run(changeCondition, { ...change, reason: 'x' }),
      world.run(hold, claim(pileOf(at.partId, at.locationId), 5)),
    ];
    expect(await tally(calls)).toEqual({ done: 1, 'inventory.insufficient-stock': 1 });
  });

  it('of another site does not exist', async () => {
    const at = await shelf();
    await world.run(receiveStock, { ...at, quantity: 1 });
    const [row] = await onHand(at.locationId);
    const bucketId = row?.bucketId ?? '';
    const stranger = actorWith(['stock.move', 'stock.view'], [(await world.site()).siteId]);
    const missing = { code: 'inventory.unknown-pile' };
    const change = { bucketId, quantity: 1, condition: 'good' as const, reason: 'x' };
    await expect(world.run(changeCondition, change, stranger)).rejects.toMatchObject(missing);
    await expect(world.ask(stockPile, { bucketId }, stranger)).rejects.toMatchObject(missing);
  });
});

describe('stock.pile', () => {
  it('tells who holds how much of it', async () => {
    const at = await shelf();
    await world.run(receiveStock, { ...at, quantity: 5 });
    await world.run(hold, claim(pileOf(at.partId, at.locationId), 2));
    const [row] = await onHand(at.locationId);
    const seen = await world.ask(stockPile, { bucketId: row?.bucketId ?? '' });
    expect(seen.pile).toEqual(row);
    expect(seen.holds).toMatchObject([{ document: 'test:1', quantity: 2, serialNumber: null }]);
  });
});

describe('a lot', () => {
  const lotIdOf = async (partId: string, lotNumber: string) => {
    const [row] = await world.database.owner`
      select id from lot where part_id = ${partId} and lot_number = ${lotNumber}`;
    return row?.id as string;
  };

  it('is taken first when it expires first, and never after its last day', async () => {
    const at = await shelf('lot');
    const come = (lotNumber: string, expiresOn: string | null) =>
      world.run(receiveStock, { ...at, quantity: 2, lotNumber, expiresOn });
    await come('KEEPS', null);
    await come('LATE', inDays(90));
    await come('TODAY', inDays(0));
    await come('GONE', inDays(-1));
    const wanted = { ...at, quantity: 2 };
    expect((await world.ask(takable, wanted)).lotId).toBe(await lotIdOf(at.partId, 'TODAY'));
    expect((await world.ask(takable, { ...at, quantity: 9 })).lotId).toBe(
      await lotIdOf(at.partId, 'TODAY'),
    );
    const rows = await onHand(at.locationId);
    expect(
      Object.fromEntries(rows.map((row) => [row.lotNumber, [row.isExpired, row.available]])),
    ).toEqual({ KEEPS: [false, 2], LATE: [false, 2], TODAY: [false, 2], GONE: [true, 0] });
  });

  it('keeps the expiry it was given, and learns one it lacked', async () => {
    const at = await shelf('lot');
    const come = (expiresOn: string | null) =>
      world.run(receiveStock, { ...at, quantity: 1, lotNumber: 'L', expiresOn });
    await come(null);
    await come('2027-05-31');
    await come(null);
    await come('2027-05-31');
    await expect(come('2027-06-30')).rejects.toMatchObject({
      code: 'inventory.lot-expiry-differs',
      params: { lotNumber: 'L', known: '2027-05-31', given: '2027-06-30' },
    });
    const [row] = await onHand(at.locationId);
    expect(row).toMatchObject({ onHand: 4, expiresOn: '2027-05-31' });
  });

  it('learns one expiry when two are told at once', async () => {
    const at = await shelf('lot');
    const come = (expiresOn: string) =>
      world.run(receiveStock, { ...at, quantity: 1, lotNumber: 'L', expiresOn });
    const told = await tally([1, 2, 3, 4].map((month) => come(`2027-0${month}-28`)));
    expect(told).toEqual({ done: 1, 'inventory.lot-expiry-differs': 3 });
  });
});

describe('a claim on a serialised part', () => {
  it('names its pieces', async () => {
    const at = await shelf('serial');
    await world.run(receiveStock, { ...at, quantity: 2, serialNumbers: ['1', '2'] });
    const pile = pileOf(at.partId, at.locationId);
    await expect(world.run(hold, claim(pile, 2))).rejects.toMatchObject({
      code: 'inventory.serial-required',
      params: { expected: 2, given: 0 },
    });
    const piece = await findSerial(world.database.connection.db, at.partId, '1');
    await world.run(hold, claim(pile, 1, piece?.id));
  });
});
