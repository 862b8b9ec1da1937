/** Several undo one entry, several post under one key: the database lets one through. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { receiveStock, reverseStockEntry, stockOnHand } from '../../../src/inventory/index.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { openWorld, type World } from '../../support/world.ts';
import { line, moving, place, post, tally } from './raw-commands.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ max: 20 });
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function bin(): Promise<string> {
  const { siteId } = await world.site();
  return world.bin(siteId);
}

describe('an entry undone by several', () => {
  it('is undone once', async () => {
    const a = await bin();
    const partId = await world.part();
    const { entryId } = await world.run(receiveStock, { partId, locationId: a, quantity: 5 });
    await world.stocked(partId, a, 100);
    const undo = () => world.run(reverseStockEntry, { entryId, reason: 'typed twice' });
    expect(await tally(times(6).map(undo))).toEqual({
      done: 1,
      'inventory.already-reversed': 5,
    });
    const { rows } = await world.ask(stockOnHand, { partId });
    expect(rows.map((row) => row.onHand)).toEqual([100]);
  });

  it('gives a posting key away once', async () => {
    const a = await bin();
    const partId = await world.part();
    const { draft } = moving(line(partId, { from: place.supplier, to: a }));
    const keyed = { draft: { ...draft, postingKey: `key-${partId}` } };
    expect(await tally(times(8).map(() => world.run(post, keyed)))).toEqual({
      done: 1,
      'inventory.posting-key-taken': 7,
    });
  });
});
