/** What somebody keeps adds up whatever happens to it; two people never settle one thing twice. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustStock,
  listDefectiveReturns,
  moveStock,
  receiveDefective,
  reverseStockEntry,
  stockOnHand,
} from '../../src/inventory/index.ts';
import {
  getPartReturn,
  handOverReturn,
  inspectReturn,
  listKeepers,
  listKeptMovements,
  listKeptPiles,
  listKeptPlaces,
  listKeptStock,
  listOwnKeptMovements,
  listOwnKeptPiles,
  listOwnKeptPlaces,
  listOwnKeptStock,
  openPartReturn,
  usePart,
  valueKeptStock,
  writeOffOwed,
} from '../../src/part-returns/index.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWorld, type World } from '../support/world.ts';
import { type Field, makeField } from './field.ts';

let world: World;
let field: Field;
beforeAll(async () => {
  world = await openWorld({ max: 8 });
  field = await makeField(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

async function tried<T>(send: () => Promise<T>): Promise<T | null> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

async function lying(partId: string): Promise<number> {
  const { rows } = await world.ask(stockOnHand, { partId, locationId: field.vanId });
  return rows.reduce((sum, row) => sum + row.onHand, 0);
}

describe('what somebody keeps', () => {
  it('adds up to what lies there, after any walk', async () => {
    const step = fc.record({
      kind: fc.constantFrom('use', 'return', 'in', 'out', 'adjust', 'undo'),
      quantity: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const { partId } = await field.part({ quantity: 6, isRepairable: true });
        const { vanId: locationId, binId, technician } = field;
        let last: string | null = null;
        for (const { kind, quantity } of steps) {
          const some = { partId, quantity };
          if (kind === 'use') {
            const used = { locationId, ...some, job: 'SR-1' };
            last = (await tried(() => world.run(usePart, used, technician)))?.entryId ?? last;
          } else if (kind === 'in' || kind === 'out') {
            const [from, to] = kind === 'in' ? [binId, locationId] : [locationId, binId];
            const move = { ...some, condition: 'new' as const, locationId: from, toLocationId: to };
            last = (await tried(() => world.run(moveStock, move)))?.entryId ?? last;
          } else if (kind === 'adjust') {
            const wish = { ...some, condition: 'new' as const, locationId, reason: 'counted' };
            await tried(() => world.run(adjustStock, { ...wish, direction: 'down' }));
          } else if (kind === 'undo' && last !== null) {
            const entryId = last;
            await tried(() => world.run(reverseStockEntry, { entryId, reason: 'wrong' }));
          } else if (kind === 'return') {
            const stock = [{ locationId, partId, quantity }];
            const opened = await tried(() => world.run(openPartReturn, { stock }, technician));
            const goal = { returnId: opened?.returnId ?? '', locationId: binId };
            if (opened !== null) await world.run(handOverReturn, goal, field.clerk);
          }
        }
        const { parts } = await world.ask(listOwnKeptStock, { limit: 200 }, technician);
        const [one] = parts.filter((row) => row.partId === partId);
        if (one === undefined) throw new Error('the part is not listed');
        const { opening, issued, removed, used, returned, adjusted, held } = one;
        expect(opening + issued + removed - used - returned + adjusted).toBe(held);
        expect(held).toBe(await lying(partId));
        const asked = { partId, limit: 200 };
        const { movements } = await world.ask(listOwnKeptMovements, asked, technician);
        expect(movements.reduce((sum, { change }) => sum + change, 0)).toBe(held);
      }),
      { numRuns: 12 },
    );
  });

  it('is shown to its keeper and to who may look, the same', async () => {
    const { partId } = await field.part({ tracking: 'serial', quantity: 2 });
    const { technician, clerk } = field;
    const personId = technician.id;
    const own = await world.ask(listOwnKeptStock, { limit: 200 }, technician);
    expect(await world.ask(listKeptStock, { personId, limit: 200 }, clerk)).toEqual(own);
    const piles = await world.ask(listOwnKeptPiles, { partId }, technician);
    expect(piles.piles[0]?.serialNumbers).toHaveLength(2);
    expect(await world.ask(listKeptPiles, { personId, partId }, clerk)).toEqual(piles);
    const places = await world.ask(listOwnKeptPlaces, {}, technician);
    expect(await world.ask(listKeptPlaces, { personId }, clerk)).toEqual(places);
    const moved = await world.ask(listKeptMovements, { personId, partId }, clerk);
    expect(moved.movements).toHaveLength(2);
    const { people } = await world.ask(listKeepers, {}, clerk);
    expect(people.map((one) => one.personId)).toContain(personId);
    const { valueMinor } = await world.ask(valueKeptStock, { personId });
    expect(valueMinor).toBeGreaterThan(0);
    const later = { from: '2030-01-01', limit: 200 };
    const { parts } = await world.ask(listOwnKeptStock, later, technician);
    expect(parts.find((row) => row.partId === partId)).toMatchObject({ opening: 2, issued: 0 });
  });
});

describe('at the same moment', () => {
  const settled = (answers: readonly PromiseSettledResult<unknown>[]) =>
    answers.filter(({ status }) => status === 'fulfilled').length;

  it('one of two receives a return', async () => {
    const { partId } = await field.part({ quantity: 3 });
    const stock = [{ locationId: field.vanId, partId, quantity: 3 }];
    const { returnId } = await world.run(openPartReturn, { stock }, field.technician);
    const take = () =>
      world.run(handOverReturn, { returnId, locationId: field.binId }, field.clerk);
    expect(settled(await Promise.allSettled([take(), take(), take()]))).toBe(1);
    const { contents } = await world.ask(getPartReturn, { returnId });
    const lineId = contents[0]?.lineId ?? '';
    const look = { returnId, lineId, quantity: 3, found: 'good', locationId: field.binId } as const;
    const inspect = () => world.run(inspectReturn, look, field.clerk);
    expect(settled(await Promise.allSettled([inspect(), inspect()]))).toBe(1);
  });

  it('two of 5 on 5: one return gets them', async () => {
    const { partId } = await field.part({ quantity: 5 });
    const stock = [{ locationId: field.vanId, partId, quantity: 5 }];
    const open = () => world.run(openPartReturn, { stock }, field.technician);
    expect(settled(await Promise.allSettled([open(), open(), open()]))).toBe(1);
  });

  it('what is owed is either taken in or written off or listed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { partId } = await field.part({ quantity: 1, isRepairable: true });
      const used = { locationId: field.vanId, partId, job: 'SR-2' };
      const { owed } = await world.run(usePart, used, field.technician);
      const { returns } = await world.ask(listDefectiveReturns, { search: owed[0] ?? '' });
      const owedReturnId = returns[0]?.id ?? '';
      const answers = await Promise.allSettled([
        world.run(writeOffOwed, { owedReturnId, reason: 'gone' }, field.clerk),
        world.run(
          receiveDefective,
          { returnId: owedReturnId, locationId: field.binId },
          field.clerk,
        ),
        world.run(openPartReturn, { owedReturnIds: [owedReturnId] }, field.technician),
        world.run(openPartReturn, { owedReturnIds: [owedReturnId] }, field.technician),
      ]);
      expect(settled(answers)).toBe(1);
    }
  });
});
