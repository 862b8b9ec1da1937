/** Any entry is undone once; what stands in the way is named: the later entry or the hold. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustStock,
  entryKinds,
  findSerial,
  listMovements,
  moveStock,
  receiveStock,
  reverseStockEntry,
} from '../../../src/inventory/index.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';
import { undo } from '../costs/raw-undo.ts';
import { claim, hold, line, moving, pileOf, place, post } from './raw-commands.ts';

let world: World;
let siteId: string;
beforeAll(async () => {
  world = await openWorld();
  ({ siteId } = await world.site());
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

async function shelf(tracking: 'none' | 'serial' = 'none') {
  return { partId: await world.part(tracking), locationId: await world.bin(siteId) };
}
const again = { reason: 'typed twice' };

describe('undoing', () => {
  it.each(entryKinds.filter((kind) => kind !== 'reversal'))(
    'is possible for a %s',
    async (kind) => {
      const { partId, locationId } = await shelf();
      await world.stocked(partId, locationId, 2);
      const to = await world.bin(siteId);
      const { draft } = moving(line(partId, { from: locationId, to }));
      const { entryId } = await world.run(post, { draft: { ...draft, kind, reason: 'why' } });
      await world.run(undo, { entryId });
      await expect(world.run(undo, { entryId })).rejects.toMatchObject({
        code: 'inventory.already-reversed',
      });
    },
  );

  it('names the later entry that took the stock, and who posted it when', async () => {
    const { partId, locationId } = await shelf();
    const { entryId } = await world.run(receiveStock, { partId, locationId, quantity: 5 });
    const clerk = actorWith(['stock.move']);
    const toLocationId = await world.bin(siteId);
    const move = { partId, locationId, toLocationId, quantity: 3 };
    const later = await world.run(moveStock, move, clerk);
    const { rows } = await world.ask(listMovements, { partId });
    await expect(world.run(reverseStockEntry, { entryId, ...again })).rejects.toMatchObject({
      code: 'inventory.moved-since',
      params: {
        part: rows[0]?.partNumber,
        location: rows[0]?.fromLocation,
        document: null,
        who: clerk.name,
        at: world.clock.now().toISOString().slice(0, 16).replace('T', ' '),
      },
    });
    await world.run(reverseStockEntry, { entryId: later.entryId, ...again });
    await world.run(reverseStockEntry, { entryId, ...again });
  });

  it('names an entry that still stands before one that was undone', async () => {
    const { partId, locationId } = await shelf();
    const { entryId } = await world.run(receiveStock, { partId, locationId, quantity: 5 });
    const taking = { partId, locationId, direction: 'down' as const, reason: 'lost' };
    const first = actorWith(['stock.adjust']);
    await world.run(adjustStock, { ...taking, quantity: 2 }, first);
    const undone = await world.run(adjustStock, { ...taking, quantity: 1 });
    await world.run(reverseStockEntry, { entryId: undone.entryId, ...again });
    await expect(world.run(reverseStockEntry, { entryId, ...again })).rejects.toMatchObject({
      code: 'inventory.moved-since',
      params: { who: first.name },
    });
  });

  it('names the hold that keeps the stock', async () => {
    const { partId, locationId } = await shelf();
    const { entryId } = await world.run(receiveStock, { partId, locationId, quantity: 5 });
    await world.run(hold, claim(pileOf(partId, locationId), 1));
    await expect(world.run(reverseStockEntry, { entryId, ...again })).rejects.toMatchObject({
      code: 'inventory.held-since',
      params: { document: 'test:1' },
    });
  });

  it('of a piece names what moved or holds just this piece', async () => {
    const { partId, locationId } = await shelf('serial');
    const serialNumbers = ['A', 'B'];
    const received = { partId, locationId, quantity: 2, serialNumbers };
    const { entryId } = await world.run(receiveStock, received);
    const b = await findSerial(world.database.connection.db, partId, 'B');
    await world.run(hold, claim(pileOf(partId, locationId), 1, b?.id));
    const attempt = () => world.run(reverseStockEntry, { entryId, ...again });
    await expect(attempt()).rejects.toMatchObject({ code: 'inventory.held-since' });
    await world.run(adjustStock, {
      ...{ partId, locationId, quantity: 1, serialNumbers: ['A'] },
      ...{ direction: 'down' as const, reason: 'lost' },
    });
    await expect(attempt()).rejects.toMatchObject({
      code: 'inventory.moved-since',
      params: { part: expect.stringMatching(/ A$/) },
    });
  });

  it('by hand is refused for what a document did, and the report says so', async () => {
    const { partId, locationId } = await shelf();
    await world.stocked(partId, locationId, 2);
    const documents = [
      ['receipt', 'receipt:PO-7', true],
      ['receipt', `receipt:${locationId}`, false],
      ['put-away', null, true],
      ['move', 'A-1', false],
      ['pick', null, false],
    ] as const;
    for (const [kind, document, isReversible] of documents) {
      const places = { from: place.supplier, to: locationId };
      const { draft } = moving(line(partId, places));
      const { entryId } = await world.run(post, { draft: { ...draft, kind, document } });
      const { rows } = await world.ask(listMovements, { partId, limit: 1 });
      expect([kind, document, rows[0]?.isReversible]).toEqual([kind, document, isReversible]);
      const attempt = world.run(reverseStockEntry, { entryId, ...again });
      if (isReversible) await attempt;
      else {
        await expect(attempt).rejects.toMatchObject({
          code: 'inventory.reversal-blocked',
          params: { document },
        });
      }
    }
  });
});
