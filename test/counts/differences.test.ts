/** Pieces, lots and conditions in a count, and what stands in the way of posting a difference. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  approveCount,
  dismissLines,
  finishBin,
  getCount,
  openBin,
  scanPart,
  scanSerial,
} from '../../src/counts/index.ts';
import { adjustStock, createPart, moveStock, receiveStock } from '../../src/inventory/index.ts';
import { claim, giveBack, hold, pileOf } from '../inventory/ledger/raw-commands.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { mint } from '../support/world.ts';
import { type CountWorld, codeOf, openCountWorld } from './count-world.ts';

let on: CountWorld;
beforeAll(async () => {
  on = await openCountWorld();
});
afterEach(() => expectCleanLedger(on.world.database.connection));
afterAll(() => on.world.close());

/** A site with a bin that holds so many of a part. */
async function shelf(quantity: number, kind: 'storage' | 'van' = 'storage') {
  const { siteId } = await on.world.site();
  const locationId = await on.world.bin(siteId, kind);
  const partId = await on.world.part();
  if (quantity > 0) await on.world.stocked(partId, locationId, quantity);
  const countId = await on.count(siteId, [locationId]);
  const [bin] = await on.binsOf(countId);
  return { siteId, locationId, partId, countId, binId: bin?.binId ?? '' };
}

const line = async (countId: string) =>
  (await on.world.ask(getCount, { countId }, on.eve)).differences?.[0];

describe('pieces', () => {
  const numbers = ['A', 'B', 'C'].map((end) => `SN-${end}`);

  it('that are missing, elsewhere or unknown are named and posted piece by piece', async () => {
    const { siteId } = await on.world.site();
    const [here, there] = [await on.world.bin(siteId), await on.world.bin(siteId)];
    const partId = await on.world.part('serial');
    const receive = (locationId: string, serialNumbers: string[]) =>
      on.world.run(receiveStock, {
        ...{ partId, locationId, serialNumbers, quantity: serialNumbers.length },
      });
    await receive(here, numbers);
    await receive(there, ['SN-X']);
    const countId = await on.count(siteId, [here]);
    const [bin] = await on.binsOf(countId);
    const binId = bin?.binId ?? '';
    await on.read(on.ann, binId, partId, ['SN-A', 'SN-X', 'SN-NEW']);
    expect(await on.stateOf(countId)).toBe('to-recount');
    await on.read(on.bob, binId, partId, ['SN-A', 'SN-X', 'SN-NEW']);
    const difference = await line(countId);
    const told = difference?.pieces.map(({ serialNumber, outcome }) => [serialNumber, outcome]);
    expect(told).toEqual([
      ['SN-X', 'elsewhere'],
      ['SN-B', 'missing'],
      ['SN-C', 'missing'],
      ['SN-NEW', 'unknown'],
    ]);
    // One of the missing turns up in another bin before the approval: the later step is the truth.
    const found = { partId, locationId: here, toLocationId: there, quantity: 1 };
    await on.world.run(moveStock, { ...found, serialNumbers: ['SN-C'] });
    await on.approve(countId);
    expect(await on.onHand(partId, here)).toBe(3);
    expect(await on.onHand(partId, there)).toBe(1);
  });

  it('that lie in the bin beside theirs are moved there and not lost', async () => {
    const { siteId } = await on.world.site();
    const [a, b] = [await on.world.bin(siteId), await on.world.bin(siteId)];
    const partId = await on.world.part('serial');
    const stock = { partId, locationId: a, serialNumbers: numbers, quantity: 3 };
    await on.world.run(receiveStock, stock);
    const countId = await on.count(siteId, [a, b]);
    for (const who of [on.ann, on.bob]) {
      for (const { binId, locationId } of await on.binsOf(countId)) {
        const serials = locationId === a ? ['SN-A'] : ['SN-B', 'SN-C'];
        await on.read(who, binId, partId, serials);
      }
    }
    await on.approve(countId);
    expect([await on.onHand(partId, a), await on.onHand(partId, b)]).toEqual([1, 2]);
  });

  it('count once', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const partId = await on.world.part('serial');
    const countId = await on.count(siteId, [locationId]);
    const [bin] = await on.binsOf(countId);
    const binId = bin?.binId ?? '';
    await on.world.run(openBin, { binId }, on.ann);
    const scan = () => on.world.run(scanSerial, { binId, partId, serialNumber: 'SN-1' }, on.ann);
    await scan();
    expect(await codeOf(scan())).toBe('counts.serial-counted-already');
    const asNumber = on.world.run(scanPart, { binId, partId }, on.ann);
    expect(await codeOf(asNumber)).toBe('inventory.serial-required');
  });
});

describe('lots and conditions', () => {
  it('are counted each for itself', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const partId = await on.world.part('lot');
    const take = (lotNumber: string, quantity: number) =>
      on.world.run(receiveStock, { partId, locationId, quantity, lotNumber });
    await take('L1', 3);
    await take('L2', 4);
    await on.tolerant(siteId);
    const countId = await on.count(siteId, [locationId]);
    const [bin] = await on.binsOf(countId);
    const binId = bin?.binId ?? '';
    await on.world.run(openBin, { binId }, on.ann);
    const scan = (lotNumber: string | null, quantity: number) =>
      on.world.run(scanPart, { binId, partId, quantity, lotNumber }, on.ann);
    expect(await codeOf(scan(null, 1))).toBe('inventory.lot-required');
    await scan('L1', 2);
    await scan('L9', 1);
    await on.world.run(finishBin, { binId }, on.ann);
    const { differences } = await on.world.ask(getCount, { countId }, on.eve);
    const told = differences?.map((one) => `${one.lotNumber} ${one.difference}`).sort();
    expect(told).toEqual(['L1 -1', 'L2 -4', 'L9 1']);
    await on.approve(countId);
    expect(await on.stateOf(countId)).toBe('posted');
  });

  it('asks for the condition where the books have several', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const partId = await on.world.part();
    await on.world.stocked(partId, locationId, 3);
    await on.world.run(receiveStock, { partId, locationId, quantity: 2, condition: 'good' });
    const countId = await on.count(siteId, [locationId]);
    const [bin] = await on.binsOf(countId);
    const binId = bin?.binId ?? '';
    await on.world.run(openBin, { binId }, on.ann);
    const scan = (quantity: number, condition?: 'new' | 'good') =>
      on.world.run(scanPart, { binId, partId, quantity, condition: condition ?? null }, on.ann);
    expect(await codeOf(scan(5))).toBe('counts.condition-needed');
    await scan(3, 'new');
    await scan(2, 'good');
    await on.world.run(finishBin, { binId }, on.ann);
    expect(await on.stateOf(countId)).toBe('posted');
  });
});

describe('what stands in the way of a difference', () => {
  it('is named when the missing stock is held for somebody', async () => {
    const { partId, countId, binId, locationId, siteId } = await shelf(10);
    await on.tolerant(siteId);
    const { holdIds } = await on.world.run(hold, claim(pileOf(partId, locationId), 9));
    await on.look(on.ann, binId, { [partId]: 5 });
    if ((await on.stateOf(countId)) === 'to-recount') await on.look(on.bob, binId, { [partId]: 5 });
    const refused = on.world.run(approveCount, { countId }, on.eve);
    await expect(refused).rejects.toMatchObject({
      code: 'counts.difference-is-held',
      params: { missing: 5, free: 1, holders: 'test:1' },
    });
    await on.world.run(giveBack, { holdIds });
    await on.approve(countId);
    expect(await on.onHand(partId, locationId)).toBe(5);
  });

  it('is asked about when somebody corrected the books after the count', async () => {
    const { partId, countId, binId, locationId } = await shelf(10);
    await on.look(on.ann, binId, { [partId]: 8 });
    await on.look(on.bob, binId, { [partId]: 8 });
    on.world.clock.advanceDays(1);
    const correction = { partId, locationId, quantity: 2, direction: 'down' as const };
    await on.world.run(adjustStock, { ...correction, reason: 'gone' });
    expect(await codeOf(on.approve(countId))).toBe('counts.corrected-since');
    const { lineId = '' } = (await line(countId)) ?? {};
    await on.world.run(dismissLines, { countId, lineIds: [lineId], note: 'corrected' }, on.eve);
    expect(await on.onHand(partId, locationId)).toBe(8);
  });

  it('is the limit of the approver', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const named = { partNumber: mint('P'), nameEn: 'Board', costMinor: 90_000 };
    const { partId } = await on.world.run(createPart, named);
    await on.world.stocked(partId, locationId, 3);
    const countId = await on.count(siteId, [locationId]);
    const [bin] = await on.binsOf(countId);
    await on.look(on.ann, bin?.binId ?? '', { [partId]: 1 });
    await on.look(on.bob, bin?.binId ?? '', { [partId]: 1 });
    await on.world.database.owner`
      insert into approval_limit (id, kind, person_id, max_minor, set_by_name, set_at)
      values (gen_random_uuid(), 'adjustment', ${on.eve.id}, 100000, 'test', now())`;
    expect(await codeOf(on.approve(countId))).toBe('inventory.above-approval-limit');
    await on.world.database.owner`delete from approval_limit where person_id = ${on.eve.id}`;
    await on.approve(countId);
    expect(await on.onHand(partId, locationId)).toBe(1);
    const { accuracy } = await on.world.ask(getCount, { countId });
    expect(accuracy).toMatchObject({ lines: 1, right: 0, netMinor: -180_000, grossMinor: 180_000 });
  });
});
