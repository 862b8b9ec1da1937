/** Successors and alternates by commands: what is refused, what is found, and circles closed by two at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPartRelation,
  changePartRelation,
  coveringParts,
  createParty,
  findByScan,
  getPart,
  listParts,
  partRelations,
  removePartRelation,
  retirePart,
  setSupplierPart,
  supplierPartsOf,
} from '../../src/inventory/index.ts';
import { mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ max: 12 });
});
afterAll(() => world.close());

const code = (reason: string) => ({ code: `inventory.${reason}` });
const numberOf = async (partId: string) => (await world.ask(getPart, { partId })).partNumber;
const relate = (partId: string, toPartId: string, more: Record<string, unknown> = {}) =>
  world.run(addPartRelation, { partId, toPartId, kind: 'supersedes', ...more });
const parts = (count: number) => Promise.all(Array.from({ length: count }, () => world.part()));

async function covering(partId: string, today?: string) {
  const now = world.clock.now();
  const read = { db: world.database.connection.db, now };
  const day = today ?? now.toISOString().slice(0, 10);
  return (await coveringParts(read, [partId], day)).get(partId) ?? [];
}

describe('relations', () => {
  it('chain with ratios, in the order in which to try them, and are shown as a line', async () => {
    const [a = '', b = '', c = '', x = ''] = await parts(4);
    await relate(a, b, { numerator: 2 });
    await relate(b, c, { numerator: 3, denominator: 4, useUpOldFirst: false });
    await relate(c, x, { kind: 'alternate', effectivity: 'SN 1000-1999' });
    const found = await covering(a);
    expect(found.map((one) => [one.partId, one.numerator, one.denominator, one.kind])).toEqual([
      [a, 1, 1, 'same'],
      [c, 3, 2, 'supersedes'],
      [b, 2, 1, 'supersedes'],
      [x, 3, 2, 'alternate'],
    ]);
    expect(found[3]?.effectivity).toBe('SN 1000-1999');
    expect(found.map(({ partNumber }) => partNumber)).toEqual(
      await Promise.all([a, c, b, x].map(numberOf)),
    );
    const seen = await world.ask(partRelations, { partId: b });
    expect(seen.chain.map(({ partId }) => partId)).toEqual([a, b, c]);
    expect(seen.relations.map(({ holdsToday }) => holdsToday)).toEqual([true, true]);
    expect(seen.standIns.map(({ partId }) => partId)).toEqual([c, b, x]);
  });

  it('answer for many parts at once, and never offer a retired one', async () => {
    const [a = '', b = '', c = '', lone = ''] = await parts(4);
    await relate(a, b);
    await relate(b, c);
    await world.run(retirePart, { partId: b, reason: 'withdrawn' });
    const read = { db: world.database.connection.db };
    const found = await coveringParts(read, [a, b, lone, a], '2026-11-22');
    expect([...found.keys()]).toEqual([a, b, lone]);
    const ids = (partId: string) => found.get(partId)?.map((one) => one.partId);
    expect([ids(a), ids(b), ids(lone)]).toEqual([[a, c], [b, c], [lone]]);
  });

  it('hold on their days only', async () => {
    const [a = '', b = ''] = await parts(2);
    const days = { validFrom: '2026-01-10', validTo: '2026-01-20' };
    const { relationId } = await relate(a, b, days);
    const on = async (day: string) => (await covering(a, day)).length;
    expect([await on('2026-01-09'), await on('2026-01-10'), await on('2026-01-20')]).toEqual([
      1, 2, 2,
    ]);
    expect(await on('2026-01-21')).toBe(1);
    await world.run(changePartRelation, { relationId, kind: 'supersedes' });
    expect(await on('2030-01-01')).toBe(2);
    await world.run(removePartRelation, { relationId });
    expect(await on('2026-01-15')).toBe(1);
    await expect(world.run(removePartRelation, { relationId })).rejects.toMatchObject(
      code('unknown-relation'),
    );
    await expect(
      world.run(changePartRelation, { relationId, kind: 'alternate' }),
    ).rejects.toMatchObject(code('unknown-relation'));
    await expect(
      relate(a, b, { validFrom: '2026-02-02', validTo: '2026-02-01' }),
    ).rejects.toMatchObject({ issues: [{ pointer: '/validTo' }] });
  });

  it('refuse a circle by its chain, a second successor by its name, and themselves', async () => {
    const [a = '', b = '', c = ''] = await parts(3);
    const [an, bn, cn] = await Promise.all([a, b, c].map(numberOf));
    await relate(a, b, { validTo: '2030-12-31' });
    const { relationId } = await relate(b, c);
    await expect(relate(c, a)).rejects.toMatchObject({
      ...code('relation-circle'),
      params: { chain: `${cn} → ${an} → ${bn} → ${cn}` },
    });
    await expect(relate(a, c)).rejects.toMatchObject({
      ...code('second-successor'),
      params: { partNumber: an, successor: bn, validFrom: '…', validTo: '2030-12-31' },
    });
    await expect(relate(b, a, { kind: 'alternate' })).rejects.toMatchObject(
      code('related-already'),
    );
    await expect(relate(a, a)).rejects.toMatchObject(code('relation-to-itself'));
    const nobody = '019a8c00-0000-7000-8000-000000000000';
    await expect(relate(a, nobody)).rejects.toMatchObject(code('unknown-part'));
    await relate(c, a, { validFrom: '2031-01-01' });
    await world.run(changePartRelation, { relationId, kind: 'supersedes', note: 'kept' });
  });

  it('cannot be changed into a circle either', async () => {
    const [a = '', b = ''] = await parts(2);
    await relate(a, b, { validTo: '2026-01-31' });
    const { relationId } = await relate(b, a, { validFrom: '2026-02-01' });
    await expect(
      world.run(changePartRelation, { relationId, kind: 'supersedes', validFrom: '2026-01-31' }),
    ).rejects.toMatchObject(code('relation-circle'));
  });
});

describe('at the same moment', () => {
  it('two halves of a circle are never both written', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a = '', b = ''] = await parts(2);
      const ends = await Promise.allSettled([relate(a, b), relate(b, a)]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('a ring of many is left open in one place', async () => {
    const ring = await parts(6);
    const ends = await Promise.allSettled(
      ring.map((partId, at) => relate(partId, ring[(at + 1) % ring.length] ?? '')),
    );
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: code('relation-circle') });
  });

  it('one of many successors wins', async () => {
    const [old = '', ...others] = await parts(6);
    const ends = await Promise.allSettled(others.map((toPartId) => relate(old, toPartId)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await covering(old)).toHaveLength(2);
  });
});

describe('an old number', () => {
  it('finds its successor in the list and by scan, and says so', async () => {
    const [a = '', b = '', c = ''] = await parts(3);
    await relate(a, b);
    await relate(b, c);
    const [an, cn] = [await numberOf(a), await numberOf(c)];
    const { parts: found, total } = await world.ask(listParts, { search: an.toLowerCase() });
    expect(total).toBe(2);
    expect(found.find(({ id }) => id === a)).toMatchObject({
      successor: { partId: c, partNumber: cn },
      foundFor: null,
    });
    expect(found.find(({ id }) => id === c)).toMatchObject({ successor: null, foundFor: an });
    expect(await world.ask(findByScan, { code: an })).toMatchObject([
      { kind: 'part', id: a, successor: { partId: c, partNumber: cn } },
    ]);
  });
});

describe('the door to suppliers', () => {
  it('gives today’s offers, the preferred first, and nothing for a part without', async () => {
    const [partId = '', bare = ''] = await parts(2);
    const vendor = async () =>
      (await world.run(createParty, { code: mint('V'), kind: 'supplier', nameEn: 'V' })).partyId;
    const [over, plain, best] = [await vendor(), await vendor(), await vendor()];
    await world.run(setSupplierPart, { partId, supplierId: over, validTo: '2020-01-01' });
    await world.run(setSupplierPart, { partId, supplierId: plain });
    await world.run(setSupplierPart, { partId, supplierId: best, isPreferred: true });
    const read = { db: world.database.connection.db, now: world.clock.now() };
    const found = await supplierPartsOf(read, [partId, bare]);
    expect(found.get(partId)?.map(({ supplierId }) => supplierId)).toEqual([best, plain]);
    expect(found.get(bare)).toEqual([]);
  });
});
