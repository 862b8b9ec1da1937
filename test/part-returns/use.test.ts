/** Using a part from a van: what comes out must come back, unless somebody says why not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usePart } from '../../src/part-returns/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWorld, type World } from '../support/world.ts';
import { type Field, makeField } from './field.ts';

let world: World;
let field: Field;
beforeAll(async () => {
  world = await openWorld();
  field = await makeField(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const code = (reason: string) => ({ code: reason });

describe('using a part', () => {
  it('asks for the removed piece, and lets nothing come back when somebody says why', async () => {
    const made = await field.part({ tracking: 'serial', isRepairable: true, quantity: 2 });
    const [one = '', two = ''] = made.serials;
    const used = { locationId: field.vanId, partId: made.partId, job: 'SR-9' };
    await expect(
      world.run(usePart, { ...used, serialNumbers: [one] }, field.technician),
    ).rejects.toMatchObject(code('part-returns.removed-piece-required'));
    const old = `OLD-${one}`;
    const swap = { ...used, serialNumbers: [one], removedSerialNumbers: [old] };
    expect((await world.run(usePart, swap, field.technician)).owed).toHaveLength(1);
    const kept = { ...used, serialNumbers: [two], nothingComesBack: 'customer keeps it' };
    expect((await world.run(usePart, kept, field.technician)).owed).toEqual([]);
    await expect(
      world.run(usePart, { ...used, locationId: field.binId }, field.technician),
    ).rejects.toMatchObject(code('part-returns.not-a-place-of-somebody'));
  });
});
