/** The part master by its commands: editing, retiring, codes, units. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addBarcode,
  bringBackPart,
  createPart,
  editPart,
  findByScan,
  getPart,
  listParts,
  receiveStock,
  removeBarcode,
  removePartUnit,
  requireOrderable,
  retirePart,
  setPartUnit,
  stockOnHand,
} from '../../src/inventory/index.ts';
import { quantityInBase } from '../../src/inventory/parts/units/quantity-in.ts';
import type { Work } from '../../src/platform/work.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ max: 8 });
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const code = (reason: string) => ({ code: `inventory.${reason}` });
const part = (partId: string) => world.ask(getPart, { partId });
/** What a command may use, for the functions of the door that look only. */
const looking = () => ({ db: world.database.connection.db }) as Partial<Work> as Work;

async function edited(partId: string, values: Record<string, unknown>) {
  const {
    id: _,
    partNumber: __,
    barcodes: ___,
    units: ____,
    retiredAt,
    retiredReason,
    ...now
  } = await part(partId);
  expect([retiredAt, retiredReason]).toEqual([null, null]);
  return world.run(editPart, { ...now, partId, ...values });
}

describe('editing', () => {
  it('changes every field of the master and counts the change', async () => {
    const partId = await world.part();
    const values = {
      nameEn: 'Fan',
      nameZh: '风扇',
      category: 'Cooling',
      lifeCycle: 'phase-out' as const,
      isRepairable: true,
      manufacturer: 'Maker',
      manufacturerPartNumber: 'M-1',
      costMinor: 1250,
      priceMinor: 1999,
      currency: 'USD',
      leadTimeDays: 14,
      minimumOrderQuantity: 10,
      packSize: 5,
      shelfLifeDays: 365,
      weightGrams: 120,
      lengthMm: 60,
      widthMm: 60,
      heightMm: 25,
      hsCode: '84145990',
      originCountry: 'CN',
      unitOfMeasure: 'set',
      tracking: 'lot' as const,
    };
    await edited(partId, values);
    expect(await part(partId)).toMatchObject({ ...values, version: 2 });
    await edited(partId, { category: null });
    expect(await part(partId)).toMatchObject({ category: null, version: 3, costMinor: 1250 });
    await expect(world.run(editPart, { partId, version: 2, nameEn: 'X' })).rejects.toMatchObject(
      code('changed-meanwhile'),
    );
    await expect(world.run(editPart, { partId, version: 3 })).rejects.toMatchObject({
      code: 'platform.invalid-input',
    });
  });

  it('lets one of many who saw the same version win', async () => {
    const partId = await world.part();
    const tries = Array.from({ length: 6 }, (_, n) =>
      world.run(editPart, { partId, version: 1, nameEn: `Name ${n}` }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    );
    const ends = await Promise.all(tries);
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['done', 'inventory.changed-meanwhile']));
  });

  it('keeps tracking and base unit once stock moved, and lets them change before', async () => {
    const partId = await world.part();
    await edited(partId, { tracking: 'serial' });
    await edited(partId, { tracking: 'none' });
    const { siteId } = await world.site();
    await world.stocked(partId, await world.bin(siteId), 1);
    await expect(edited(partId, { tracking: 'serial' })).rejects.toMatchObject(
      code('part-tracking-fixed'),
    );
    await expect(edited(partId, { unitOfMeasure: 'box' })).rejects.toMatchObject(
      code('part-unit-fixed'),
    );
    await edited(partId, { nameEn: 'Still editable' });
  });

  it('never lets stock come in between the look and the change of tracking', async () => {
    for (let round = 0; round < 8; round += 1) {
      const partId = await world.part();
      const { siteId } = await world.site();
      const bin = await world.bin(siteId);
      const [change, receipt] = await Promise.allSettled([
        edited(partId, { tracking: 'serial' }),
        world.stocked(partId, bin, 1),
      ]);
      const { tracking } = await part(partId);
      if (receipt.status === 'fulfilled') expect(tracking).toBe('none');
      else expect(change.status).toBe('fulfilled');
    }
  });
});

describe('retiring', () => {
  it('takes a part out of ordering and back, and keeps its stock', async () => {
    const partId = await world.part();
    const { partNumber } = await part(partId);
    const { siteId } = await world.site();
    await world.stocked(partId, await world.bin(siteId), 3);
    await requireOrderable(looking(), [partId]);
    await world.run(retirePart, { partId, reason: 'Supplier closed' });
    expect(await part(partId)).toMatchObject({ retiredReason: 'Supplier closed', version: 2 });
    await expect(requireOrderable(looking(), [partId])).rejects.toMatchObject({
      ...code('part-retired'),
      params: { partNumber },
    });
    await expect(world.run(retirePart, { partId, reason: 'x' })).rejects.toMatchObject(
      code('part-retired'),
    );
    const retired = await world.ask(listParts, { search: partNumber, isRetired: true });
    expect(retired.parts.map(({ id }) => id)).toEqual([partId]);
    expect((await world.ask(listParts, { search: partNumber, isRetired: false })).total).toBe(0);
    await world.run(bringBackPart, { partId });
    await requireOrderable(looking(), [partId]);
    await expect(world.run(bringBackPart, { partId })).rejects.toMatchObject(
      code('part-not-retired'),
    );
    const gone = '019a8c00-0000-7000-8000-000000000000';
    await expect(requireOrderable(looking(), [gone])).rejects.toMatchObject(code('unknown-part'));
  });
});

describe('barcodes', () => {
  it('mean their part, each only one, and name the owner when taken', async () => {
    const [partId, otherId] = [await world.part(), await world.part()];
    const { partNumber } = await part(partId);
    const codes = [mint('EAN'), mint('EAN')];
    for (const one of codes) await world.run(addBarcode, { partId, code: one });
    for (const one of codes) {
      expect(await world.ask(findByScan, { code: one })).toMatchObject([
        { kind: 'part', id: partId, successor: null },
      ]);
    }
    const [taken = ''] = codes;
    await expect(world.run(addBarcode, { partId: otherId, code: taken })).rejects.toMatchObject({
      ...code('barcode-taken'),
      params: { code: taken, partNumber },
    });
    const twice = { partNumber: mint('P'), nameEn: 'x', barcodes: ['TWICE', 'TWICE'] };
    await expect(world.run(createPart, twice)).rejects.toMatchObject({
      params: { code: 'TWICE', partNumber: twice.partNumber },
    });
    await world.run(removeBarcode, { partId, code: taken });
    await world.run(addBarcode, { partId: otherId, code: taken });
    await expect(world.run(removeBarcode, { partId, code: taken })).rejects.toMatchObject(
      code('unknown-barcode'),
    );
  });

  it('goes to one of many parts that want it at once', async () => {
    const parts = await Promise.all([1, 2, 3, 4, 5].map(() => world.part()));
    const wanted = mint('EAN');
    const tries = await Promise.allSettled(
      parts.map((partId) => world.run(addBarcode, { partId, code: wanted })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('units', () => {
  it('turn boxes into pieces and refuse what is no whole piece', async () => {
    const partId = await world.part();
    await world.run(setPartUnit, { partId, unit: 'box', numerator: 12 });
    await world.run(setPartUnit, { partId, unit: 'half', numerator: 1, denominator: 2 });
    const read = looking();
    expect(await quantityInBase(read, { partId, quantity: 3, unit: 'box' })).toBe(36);
    expect(await quantityInBase(read, { partId, quantity: 3, unit: null })).toBe(3);
    await expect(quantityInBase(read, { partId, quantity: 3, unit: 'half' })).rejects.toMatchObject(
      code('not-whole-units'),
    );
    const { siteId } = await world.site();
    const locationId = await world.bin(siteId);
    await world.run(receiveStock, { partId, locationId, quantity: 2, unit: 'box' });
    const { rows } = await world.ask(stockOnHand, { partId });
    expect(rows.map(({ onHand }) => onHand)).toEqual([24]);
    await expect(
      world.run(receiveStock, { partId, locationId, quantity: 1, unit: 'half' }),
    ).rejects.toMatchObject(code('not-whole-units'));
    await expect(
      world.run(receiveStock, { partId, locationId, quantity: 1, unit: 'crate' }),
    ).rejects.toMatchObject(code('unknown-unit'));
    await world.run(setPartUnit, { partId, unit: 'box', numerator: 10 });
    expect((await part(partId)).units).toEqual([
      { unit: 'box', numerator: 10, denominator: 1 },
      { unit: 'half', numerator: 1, denominator: 2 },
    ]);
    await world.run(removePartUnit, { partId, unit: 'half' });
    await expect(quantityInBase(read, { partId, quantity: 2, unit: 'half' })).rejects.toMatchObject(
      code('unknown-unit'),
    );
    await expect(world.run(removePartUnit, { partId, unit: 'half' })).rejects.toMatchObject(
      code('unknown-unit'),
    );
    await expect(
      world.run(setPartUnit, { partId, unit: 'pcs', numerator: 2 }),
    ).rejects.toMatchObject(code('base-unit-is-fixed'));
  });
});
