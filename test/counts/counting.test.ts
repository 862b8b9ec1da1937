/** The way of a count: blind scan, recount by somebody else, approval by a third, posting. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  approveCount,
  cancelCount,
  dismissLines,
  finishBin,
  getCount,
  getCountBin,
  listTolerances,
  openBin,
  restartBin,
  scanPart,
  sendBack,
  setTolerance,
} from '../../src/counts/index.ts';
import { createPart, moveStock, receiveStock } from '../../src/inventory/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, mint } from '../support/world.ts';
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

describe('a count', () => {
  it('that finds the books right posts nothing and is closed', async () => {
    const { partId, countId, binId, locationId } = await shelf(7);
    await on.look(on.ann, binId, { [partId]: 7 });
    const view = await on.world.ask(getCount, { countId });
    expect(view.state).toBe('posted');
    expect(view.accuracy).toEqual({
      ...{ lines: 1, right: 1, perMille: 1000, netMinor: 0, grossMinor: 0, unvalued: 0 },
    });
    expect(await on.onHand(partId, locationId)).toBe(7);
  });

  it('is counted again by another person, approved by a third, and posted', async () => {
    const { partId, countId, binId, locationId } = await shelf(10);
    await on.look(on.ann, binId, { [partId]: 8 });
    expect(await on.stateOf(countId)).toBe('to-recount');
    expect(await codeOf(on.world.run(openBin, { binId }, on.ann))).toBe(
      'counts.counter-is-another',
    );
    await on.look(on.bob, binId, { [partId]: 9 });
    expect(await on.stateOf(countId)).toBe('to-approve');
    const both = actorWith(['counts.approve', 'counts.view']);
    const asBob = { ...both, id: on.bob.id };
    expect(await codeOf(on.world.run(approveCount, { countId }, asBob))).toBe('counts.own-count');
    const asAnn = { ...both, id: on.ann.id };
    expect(await codeOf(on.world.run(approveCount, { countId }, asAnn))).toBe('counts.own-count');
    expect(await line(countId)).toMatchObject({ counted: 9, expected: 10, difference: -1 });
    expect(await on.approve(countId)).not.toBeNull();
    expect(await on.onHand(partId, locationId)).toBe(9);
    expect(await on.stateOf(countId)).toBe('posted');
    expect(await codeOf(on.approve(countId))).toBe('counts.event-not-allowed');
  });

  it('is right when the second count says so, and then nothing is posted', async () => {
    const { partId, countId, binId, locationId } = await shelf(10);
    await on.look(on.ann, binId, { [partId]: 8 });
    await on.look(on.bob, binId, { [partId]: 10 });
    expect(await on.stateOf(countId)).toBe('posted');
    expect(await on.onHand(partId, locationId)).toBe(10);
  });

  it('stays right while stock comes and goes between scan and posting', async () => {
    const { partId, countId, binId, locationId, siteId } = await shelf(10);
    await on.tolerant(siteId);
    const other = await on.world.bin(siteId);
    const second = await on.count(siteId, [other]);
    expect(second).not.toBe(countId);
    await on.world.run(openBin, { binId }, on.ann);
    await on.world.run(scanPart, { binId, partId, quantity: 8 }, on.ann);
    const move = { partId, locationId, toLocationId: other, quantity: 3 };
    await on.world.run(moveStock, move);
    await on.world.run(finishBin, { binId }, on.ann);
    await on.look(on.bob, binId, { [partId]: 5 });
    await on.world.run(receiveStock, { partId, locationId, quantity: 4 });
    await on.approve(countId);
    expect(await on.onHand(partId, locationId)).toBe(9);
  });

  it('names what nobody found, and what nobody expected', async () => {
    const { partId, countId, binId, locationId } = await shelf(4);
    const stray = await on.world.part();
    await on.look(on.ann, binId, { [stray]: 2 });
    await on.look(on.bob, binId, { [stray]: 2 });
    const { differences } = await on.world.ask(getCount, { countId }, on.eve);
    expect(differences?.map((one) => [one.partId, one.difference]).sort()).toEqual(
      [
        [partId, -4],
        [stray, 2],
      ].sort(),
    );
    await on.approve(countId);
    expect(await on.onHand(partId, locationId)).toBe(0);
    expect(await on.onHand(stray, locationId)).toBe(2);
  });

  it('does not miss what came into the bin after it was opened, nor what left it', async () => {
    const { partId, countId, binId, locationId, siteId } = await shelf(4);
    const [late, elsewhere] = [await on.world.part(), await on.world.bin(siteId)];
    await on.world.run(openBin, { binId }, on.ann);
    await on.world.stocked(late, locationId, 3);
    const all = { partId, locationId, toLocationId: elsewhere, quantity: 4 };
    await on.world.run(moveStock, all);
    await on.world.run(finishBin, { binId, isEmptyConfirmed: true }, on.ann);
    expect(await on.stateOf(countId)).toBe('posted');
    expect(await on.onHand(late, locationId)).toBe(3);
  });

  it('is in doubt when stock moved between two scans of one pile', async () => {
    const { partId, countId, binId, locationId, siteId } = await shelf(6);
    const other = await on.world.bin(siteId);
    await on.world.run(openBin, { binId }, on.ann);
    await on.world.run(scanPart, { binId, partId, quantity: 3 }, on.ann);
    await on.world.run(moveStock, { partId, locationId, toLocationId: other, quantity: 1 });
    await on.world.run(scanPart, { binId, partId, quantity: 2 }, on.ann);
    await on.world.run(finishBin, { binId }, on.ann);
    expect(await on.stateOf(countId)).toBe('to-recount');
    // Saying the whole number again is one look, and needs no recount.
    await on.look(on.bob, binId, { [partId]: 5 });
    expect(await on.stateOf(countId)).toBe('posted');
  });

  it('takes an empty bin only when somebody says that it is', async () => {
    const { countId, binId } = await shelf(0);
    await on.world.run(openBin, { binId }, on.ann);
    const finish = (isEmptyConfirmed: boolean) =>
      codeOf(on.world.run(finishBin, { binId, isEmptyConfirmed }, on.ann));
    expect(await finish(false)).toBe('counts.emptiness-is-confirmed');
    expect(await finish(true)).toBe('done');
    expect(await on.stateOf(countId)).toBe('posted');
  });

  it('belongs to one person at a time and may be begun anew', async () => {
    const { partId, countId, binId } = await shelf(5);
    await on.world.run(openBin, { binId }, on.ann);
    const scan = (who = on.ann) => on.world.run(scanPart, { binId, partId, quantity: 5 }, who);
    expect(await codeOf(scan(on.bob))).toBe('counts.bin-is-own');
    expect(await codeOf(on.world.run(finishBin, { binId }, on.bob))).toBe('counts.bin-is-own');
    await scan();
    await on.world.run(restartBin, { binId }, on.bob);
    expect(await codeOf(scan())).toBe('counts.event-not-allowed');
    await on.world.run(openBin, { binId }, on.bob);
    await scan(on.bob);
    const view = await on.world.ask(getCountBin, { binId }, on.bob);
    expect(view.countedRows.map(({ counted }) => counted)).toEqual([5]);
    await on.world.run(finishBin, { binId }, on.bob);
    expect(await on.stateOf(countId)).toBe('posted');
  });

  it('may be sent back, dismissed with a reason, or cancelled before anything is posted', async () => {
    const { partId, countId, binId, locationId } = await shelf(5);
    await on.look(on.ann, binId, { [partId]: 1 });
    await on.look(on.bob, binId, { [partId]: 2 });
    await on.world.run(sendBack, { countId, note: 'look behind the box' }, on.eve);
    expect(await on.stateOf(countId)).toBe('to-recount');
    expect(await codeOf(on.world.run(openBin, { binId }, on.bob))).toBe(
      'counts.counter-is-another',
    );
    await on.look(on.ann, binId, { [partId]: 3 });
    const { lineId = '' } = (await line(countId)) ?? {};
    await on.world.run(dismissLines, { countId, lineIds: [lineId], note: 'on loan' }, on.eve);
    expect(await on.stateOf(countId)).toBe('posted');
    expect(await on.onHand(partId, locationId)).toBe(5);

    const second = await shelf(5);
    await on.look(on.ann, second.binId, { [second.partId]: 1 });
    await on.world.run(cancelCount, { countId: second.countId, reason: 'wrong bin' });
    expect(await on.stateOf(second.countId)).toBe('cancelled');
    const again = await on.count(second.siteId, [second.locationId]);
    expect(again).not.toBe(second.countId);
  });

  it('cannot be cancelled once a line is posted', async () => {
    const { siteId } = await on.world.site();
    const bins = [await on.world.bin(siteId), await on.world.bin(siteId)];
    const parts = [await on.world.part(), await on.world.part()];
    await on.tolerant(siteId);
    for (const [at, partId] of parts.entries()) await on.world.stocked(partId, bins[at] ?? '', 5);
    const countId = await on.count(siteId, bins);
    const rows = await on.binsOf(countId);
    for (const { binId, locationId } of rows) {
      await on.look(on.ann, binId, { [parts[bins.indexOf(locationId)] ?? '']: 4 });
    }
    const { differences } = await on.world.ask(getCount, { countId }, on.eve);
    const [first] = differences ?? [];
    await on.world.run(approveCount, { countId, lineIds: [first?.lineId ?? ''] }, on.eve);
    const cancel = on.world.run(cancelCount, { countId, reason: 'no' });
    expect(await codeOf(cancel)).toBe('counts.nothing-is-posted');
    await on.approve(countId);
    expect(await on.stateOf(countId)).toBe('posted');
  });
});

describe('blind', () => {
  it('is what a counter sees: no number that somebody expects', async () => {
    const { partId, countId, binId } = await shelf(12_345);
    await on.world.run(openBin, { binId }, on.ann);
    const seen = JSON.stringify([
      await on.world.run(scanPart, { binId, partId, quantity: 3 }, on.ann),
      await on.world.ask(getCountBin, { binId }, on.ann),
      await on.world.ask(getCount, { countId }, on.ann),
      await on.world.run(finishBin, { binId }, on.ann),
      await on.world.ask(getCountBin, { binId }, on.bob),
      await on.world.ask(getCount, { countId }, on.bob),
    ]);
    expect(seen).not.toMatch(/12,?345|12342/);
    expect((await on.world.ask(getCount, { countId }, on.bob)).differences).toBeNull();
    // Even who decides is told nothing before the second count.
    expect((await on.world.ask(getCount, { countId }, on.eve)).differences).toEqual([]);
  });
});

describe('tolerance', () => {
  it('of the site before that of all decides whether another person counts again', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const named = { partNumber: mint('P'), nameEn: 'Fuse', costMinor: 100 };
    const { partId } = await on.world.run(createPart, named);
    await on.world.stocked(partId, locationId, 100);
    const found = async (quantity: number) => {
      const countId = await on.count(siteId, [locationId]);
      const [bin] = await on.binsOf(countId);
      await on.look(on.ann, bin?.binId ?? '', { [partId]: quantity });
      const state = await on.stateOf(countId);
      await on.world.run(cancelCount, { countId, reason: 'only a look' });
      return state;
    };
    expect(await found(99)).toBe('to-recount');
    await on.world.run(setTolerance, { siteId, pieces: 1, percent: 3, valueMinor: 300 });
    expect([await found(99), await found(97), await found(96)]).toEqual([
      'to-approve',
      'to-approve',
      'to-recount',
    ]);
    await on.world.run(setTolerance, { siteId, pieces: 5, percent: 0, valueMinor: 299 });
    expect([await found(98), await found(97)]).toEqual(['to-approve', 'to-recount']);
    const listed = await on.world.ask(listTolerances, {});
    expect(listed.find((one) => one.siteId === siteId)).toMatchObject({ pieces: 5 });
    const here = actorWith(['approvals.set-limits'], [siteId]);
    const all = { pieces: 9, percent: 9, valueMinor: 9 };
    expect(await codeOf(on.world.run(setTolerance, all, here))).toBe('platform.not-found');
  });
});
