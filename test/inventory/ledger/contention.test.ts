/** Many callers at one pile, one piece, one key, one hold: what may happen once happens once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findSerial, moveStock, receiveStock } from '../../../src/inventory/index.ts';
import { pileId } from '../../../src/inventory/ledger/pile-id.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { makeExecutor } from '../../../src/platform/execute.ts';
import { systemIds } from '../../../src/platform/ids.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';
import { claim, giveBack, hold, line, moving, pileOf, place, post, tally } from './raw-commands.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ max: 20 });
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function bins(count: number): Promise<string[]> {
  const { siteId } = await world.site();
  return Promise.all(times(count).map(() => world.bin(siteId)));
}

async function balance(partId: string, locationId: string) {
  const rows = await world.database.owner<{ on_hand: string; reserved: string }[]>`
    select on_hand, reserved from bucket where id = ${pileId(pileOf(partId, locationId))}`;
  return { onHand: Number(rows[0]?.on_hand ?? 0), reserved: Number(rows[0]?.reserved ?? 0) };
}

async function serialOf(partId: string, serialNumber: string): Promise<string> {
  const found = await findSerial(world.database.connection.db, partId, serialNumber);
  return found?.id ?? '';
}

describe('many at one pile', () => {
  it('gives the 10 there are to 10 of 200 takers, and says no to 190', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 10);
    const take = () =>
      world.run(moveStock, { partId, locationId: a, toLocationId: b, quantity: 1 });
    expect(await tally(times(200).map(take))).toEqual({
      done: 10,
      'inventory.insufficient-stock': 190,
    });
    expect([await balance(partId, a), await balance(partId, b)]).toMatchObject([
      { onHand: 0 },
      { onHand: 10 },
    ]);
  });

  it('never promises the whole pile twice, in 100 rounds', async () => {
    const [a = ''] = await bins(1);
    for (const _ of times(100)) {
      const partId = await world.part();
      await world.stocked(partId, a, 3);
      const whole = claim(pileOf(partId, a), 3);
      const counts = await tally([world.run(hold, whole), world.run(hold, whole)]);
      expect(counts).toEqual({ done: 1, 'inventory.insufficient-stock': 1 });
    }
  });

  it('opens a pile once when 32 put the first stock into it', async () => {
    const [a = ''] = await bins(1);
    const partId = await world.part();
    const puts = times(32).map((n) => world.stocked(partId, a, n + 1));
    expect(await tally(puts)).toEqual({ done: 32 });
    expect(await balance(partId, a)).toEqual({ onHand: 528, reserved: 0 });
  });

  it('opens piles without one caller waiting for another in a circle', async () => {
    const [from = '', ...places] = await bins(5);
    for (const _ of times(30)) {
      const parts = await Promise.all(times(3).map(() => world.part()));
      const start = parts.map((partId) => line(partId, { from: place.supplier, to: from }));
      await world.run(post, moving(...start.map((one) => ({ ...one, quantity: 50 }))));
      const spread = times(16).map((n) => {
        const to = places[n % places.length] ?? '';
        const lines = parts.map((partId) => line(partId, { from, to }));
        return world.run(post, moving(...(n % 2 === 0 ? lines : lines.reverse())));
      });
      expect(await tally(spread)).toEqual({ done: 16 });
    }
  });

  it('carries entries over 8 hot parts in any order without a deadlock reaching a caller', async () => {
    const places = await bins(4);
    const parts = await Promise.all(times(8).map(() => world.part()));
    for (const partId of parts) await world.stocked(partId, places[0] ?? '', 10_000);
    let retries = 0;
    const executor = makeExecutor({
      connection: world.database.connection,
      clock: world.clock,
      ids: systemIds(world.clock),
      onRetry: () => {
        retries += 1;
      },
    });
    // A plain congruential sequence: the orders differ, and the run can be repeated.
    let state = 7;
    const chance = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const someEntry = () => {
      const order = [...parts].sort(() => chance(3) - 1).slice(0, 4);
      const to = places[1 + chance(3)] ?? '';
      return moving(...order.map((partId) => line(partId, { from: places[0] ?? '', to })));
    };
    const client = async () => {
      for (const _ of times(20)) await executor.execute(post, someEntry(), { actor: systemActor });
    };
    expect(await tally(times(16).map(client))).toEqual({ done: 16 });
    expect(retries).toBe(0);
    const held = await Promise.all(
      parts.flatMap((partId) => places.map((bin) => balance(partId, bin))),
    );
    expect(held.reduce((sum, { onHand }) => sum + onHand, 0)).toBe(80_000);
  });
});

describe('many with one key', () => {
  it('takes effect once and answers all 16 alike', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 100);
    const move = { partId, locationId: a, toLocationId: b, quantity: 1 };
    const call = { actor: systemActor, idempotencyKey: `scan-${partId}` };
    const answers = await Promise.all(
      times(16).map(() => world.executor.execute(moveStock, move, call)),
    );
    expect(new Set(answers.map(({ output }) => output.entryId)).size).toBe(1);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(15);
    expect(await balance(partId, b)).toMatchObject({ onHand: 1 });
  });

  it('takes effect once when the stock is enough for one only', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 1);
    const move = { partId, locationId: a, toLocationId: b, quantity: 1 };
    const call = { actor: systemActor, idempotencyKey: `last-${partId}` };
    const calls = times(16).map(() => world.executor.execute(moveStock, move, call));
    expect(await tally(calls)).toEqual({ done: 16 });
  });

  it('refuses the key with another body and with another person', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 100);
    const move = { partId, locationId: a, toLocationId: b, quantity: 1 };
    const key = `reuse-${partId}`;
    const [one, other] = [actorWith(['stock.move']), actorWith(['stock.move'])];
    await world.executor.execute(moveStock, move, { actor: one, idempotencyKey: key });
    const again = [
      world.executor.execute(
        moveStock,
        { ...move, quantity: 2 },
        { actor: one, idempotencyKey: key },
      ),
      world.executor.execute(moveStock, move, { actor: other, idempotencyKey: key }),
      world.executor.execute(
        moveStock,
        { ...move, quantity: 900 },
        { actor: one, idempotencyKey: key },
      ),
    ];
    expect(await tally(again)).toEqual({ 'platform.key-reused': 3 });
    expect(await balance(partId, b)).toMatchObject({ onHand: 1 });
  });
});

describe('many at one piece', () => {
  async function piece(serialNumber: string) {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part('serial');
    const serialNumbers = [serialNumber];
    await world.run(receiveStock, { partId, locationId: a, quantity: 1, serialNumbers });
    return { a, b, partId, serialNumbers, serialId: await serialOf(partId, serialNumber) };
  }

  it('lets one of 32 scans move it', async () => {
    const { a, b, partId, serialNumbers } = await piece('SN-32');
    const move = { partId, locationId: a, toLocationId: b, quantity: 1, serialNumbers };
    const counts = await tally(times(32).map(() => world.run(moveStock, move)));
    expect(counts).toEqual({ done: 1, 'inventory.serial-not-here': 31 });
  });

  it('registers a new number once when 8 receive it at once', async () => {
    const [a = ''] = await bins(1);
    const partId = await world.part('serial');
    const receipt = { partId, locationId: a, quantity: 1, serialNumbers: ['SN-NEW'] };
    const { done, ...refused } = await tally(times(8).map(() => world.run(receiveStock, receipt)));
    expect(done).toBe(1);
    const expected = ['inventory.serial-not-here', 'inventory.serial-taken'];
    expect(expected).toEqual(expect.arrayContaining(Object.keys(refused)));
  });

  it('moves a held piece only by naming its hold, which is used up', async () => {
    const { a, b, partId, serialNumbers, serialId } = await piece('SN-H');
    const { holdIds } = await world.run(hold, claim(pileOf(partId, a), 1, serialId));
    const [holdId = ''] = holdIds;
    const scan = { partId, locationId: a, toLocationId: b, quantity: 1, serialNumbers };
    await expect(world.run(moveStock, scan)).rejects.toMatchObject({
      code: 'inventory.serial-held',
      params: { serialNumber: 'SN-H', document: 'test:1' },
    });
    await world.run(post, moving(line(partId, { from: a, to: b }, { serialId, holdId })));
    expect([await balance(partId, a), await balance(partId, b)]).toEqual([
      { onHand: 0, reserved: 0 },
      { onHand: 1, reserved: 0 },
    ]);
    await expect(world.run(giveBack, { holdIds })).rejects.toMatchObject({
      code: 'inventory.hold-not-live',
    });
  });

  it('holds a piece for one of 16', async () => {
    const { a, partId, serialId } = await piece('SN-16');
    const wanted = claim(pileOf(partId, a), 1, serialId);
    const { done, ...refused } = await tally(times(16).map(() => world.run(hold, wanted)));
    expect([done, refused]).toEqual([1, { 'inventory.serial-held': 15 }]);
  });
});

describe('a hold under attack', () => {
  it('is either given back or used up, never both, in 40 rounds', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 40);
    let taken = 0;
    for (const _ of times(40)) {
      const { holdIds } = await world.run(hold, claim(pileOf(partId, a), 1));
      const [holdId = ''] = holdIds;
      const use = moving(line(partId, { from: a, to: b }, { holdId }));
      const counts = await tally([
        world.run(post, use),
        world.run(giveBack, { holdIds }),
        world.run(post, use),
        world.run(giveBack, { holdIds }),
      ]);
      expect(counts).toEqual({ done: 1, 'inventory.hold-not-live': 3 });
      taken = (await balance(partId, b)).onHand;
    }
    expect(await balance(partId, a)).toEqual({ onHand: 40 - taken, reserved: 0 });
  });

  it('is used up in parts, to the last one and no further', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 20);
    const { holdIds } = await world.run(hold, claim(pileOf(partId, a), 5));
    const [holdId = ''] = holdIds;
    const use = moving(line(partId, { from: a, to: b }, { holdId }));
    const counts = await tally(times(12).map(() => world.run(post, use)));
    expect(counts).toEqual({ done: 5, 'inventory.hold-not-live': 7 });
    expect(await balance(partId, a)).toEqual({ onHand: 15, reserved: 0 });
  });

  it('keeps what others take away from it', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part();
    await world.stocked(partId, a, 10);
    await world.run(hold, claim(pileOf(partId, a), 4));
    const take = () =>
      world.run(moveStock, { partId, locationId: a, toLocationId: b, quantity: 1 });
    expect(await tally(times(16).map(take))).toEqual({
      done: 6,
      'inventory.insufficient-stock': 10,
    });
    expect(await balance(partId, a)).toEqual({ onHand: 4, reserved: 4 });
  });
});
