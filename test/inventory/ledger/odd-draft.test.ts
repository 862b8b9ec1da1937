/** Drafts no honest scan makes: refused by name, before or by the database, with nothing moved. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findSerial, moveStock, receiveStock } from '../../../src/inventory/index.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { openWorld, type World } from '../../support/world.ts';
import { claim, hold, line, moving, pileOf, post } from './raw-commands.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

async function bins(count: number): Promise<string[]> {
  const { siteId } = await world.site();
  return Promise.all(Array.from({ length: count }, () => world.bin(siteId)));
}

async function serialOf(partId: string, serialNumber: string): Promise<string> {
  const found = await findSerial(world.database.connection.db, partId, serialNumber);
  return found?.id ?? '';
}

describe('an odd draft', () => {
  it('is refused when it names one hold for two piles', async () => {
    const [a = '', b = '', c = ''] = await bins(3);
    const partId = await world.part();
    await world.stocked(partId, a, 5);
    await world.stocked(partId, b, 5);
    const { holdIds } = await world.run(hold, claim(pileOf(partId, a), 2));
    await world.run(hold, claim(pileOf(partId, b), 2));
    const holdId = holdIds[0] ?? '';
    const twice = moving(
      line(partId, { from: a, to: c }, { holdId }),
      line(partId, { from: b, to: c }, { holdId }),
    );
    await expect(world.run(post, twice)).rejects.toMatchObject({
      code: 'inventory.hold-not-live',
    });
  });

  it('is refused when a piece is typed twice', async () => {
    const [a = '', b = ''] = await bins(2);
    const partId = await world.part('serial');
    const typed = { partId, locationId: a, quantity: 1, serialNumbers: ['SN-D', 'SN-D'] };
    const refusal = { code: 'inventory.serial-required' };
    await expect(world.run(receiveStock, typed)).rejects.toMatchObject(refusal);
    await world.run(receiveStock, { ...typed, serialNumbers: ['SN-D'] });
    const move = { ...typed, toLocationId: b };
    await expect(world.run(moveStock, move)).rejects.toMatchObject(refusal);
  });

  it('is refused when one piece is in two lines', async () => {
    const [a = '', b = '', c = ''] = await bins(3);
    const partId = await world.part('serial');
    const received = { partId, locationId: a, quantity: 2, serialNumbers: ['SN-1', 'SN-2'] };
    await world.run(receiveStock, received);
    const serialId = await serialOf(partId, 'SN-1');
    const chain = moving(
      line(partId, { from: a, to: b }, { serialId }),
      line(partId, { from: a, to: c }, { serialId }),
    );
    await expect(world.run(post, chain)).rejects.toMatchObject({
      code: 'inventory.serial-required',
    });
  });
});
