/** A parts file about parts the store knows: what stock fixed stays, what the file is silent about too. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkPartsImport, exportParts, importParts } from '../../src/imports/index.ts';
import {
  createPart,
  csvBytes,
  editPart,
  getPart,
  receiveStock,
  setPartUnit,
} from '../../src/inventory/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { mint, openWorld, type World } from '../support/world.ts';

let world: World;
let siteId: string;
beforeAll(async () => {
  world = await openWorld({ max: 4 });
  siteId = (await world.site()).siteId;
});
afterEach(() => expectCleanLedger(world.database.connection));
afterAll(() => world.close());

const fileOf = (csv: string) => ({
  contentBase64: Buffer.from(csvBytes(csv)).toString('base64'),
  siteId,
});

async function knownPart() {
  const partNumber = mint('KN');
  const { partId } = await world.run(createPart, {
    partNumber,
    nameEn: 'Fan',
    nameZh: '风扇',
    unitOfMeasure: 'pcs',
    costMinor: 1250,
    leadTimeDays: 9,
  });
  return { partNumber, partId };
}

const masterOf = (partId: string) => world.ask(getPart, { partId });

describe('the base unit of a known part', () => {
  it('is refused by row and name once stock has moved, and nothing is written', async () => {
    const moved = await knownPart();
    await world.stocked(moved.partId, await world.bin(siteId), 3);
    const other = await knownPart();
    const file = fileOf(`PN,Name,Unit\n${other.partNumber},a,box\n${moved.partNumber},b,box\n`);
    const report = await world.ask(checkPartsImport, file);
    expect(report.findings).toMatchObject([
      {
        row: 3,
        field: 'unitOfMeasure',
        value: 'box',
        rule: 'unit-is-fixed',
        params: { is: 'pcs' },
      },
    ]);
    await expect(world.run(importParts, file)).rejects.toMatchObject({
      code: 'inventory.import-has-errors',
    });
    expect(await masterOf(other.partId)).toMatchObject({ unitOfMeasure: 'pcs', version: 1 });
    expect(await masterOf(moved.partId)).toMatchObject({ unitOfMeasure: 'pcs', version: 1 });
  });

  it('changes while nothing has moved, and a further unit of that name gives way', async () => {
    const { partNumber, partId } = await knownPart();
    await world.run(setPartUnit, { partId, unit: 'box', numerator: 12 });
    await world.run(importParts, fileOf(`PN,Unit,Name\n${partNumber},盒,Fan\n`));
    expect(await masterOf(partId)).toMatchObject({ unitOfMeasure: 'box', units: [], version: 2 });
  });

  it('never changes beside a first movement, whoever comes first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { partNumber, partId } = await knownPart();
      const locationId = await world.bin(siteId);
      const [imported, received] = await Promise.allSettled([
        world.run(importParts, fileOf(`PN,Unit,Name\n${partNumber},box,Fan\n`)),
        world.run(receiveStock, { partId, locationId, quantity: 12 }),
      ]);
      expect(received.status).toBe('fulfilled');
      const { unitOfMeasure } = await masterOf(partId);
      if (imported.status === 'fulfilled') expect(unitOfMeasure).toBe('box');
      else {
        expect(['inventory.part-unit-fixed', 'inventory.import-has-errors']).toContain(
          imported.reason.code,
        );
        expect(unitOfMeasure).toBe('pcs');
      }
    }
  });
});

describe('what a parts file is silent about', () => {
  it('stays as it was: columns that are missing, and empty cells of unit and tracking', async () => {
    const { partNumber, partId } = await knownPart();
    const before = await masterOf(partId);
    await world.run(
      importParts,
      fileOf(
        `PN,Category\n${partNumber},Fans\n`.replace('PN', 'PN,Name').replace(',Fans', ',Fan,Fans'),
      ),
    );
    expect(await masterOf(partId)).toEqual({ ...before, category: 'Fans', version: 2 });
    await world.run(importParts, fileOf(`PN,Name,Unit,Tracking,Cost\n${partNumber},Fan,,,\n`));
    expect(await masterOf(partId)).toEqual({
      ...before,
      category: 'Fans',
      costMinor: null,
      version: 3,
    });
  });

  it('is told apart: new, changed and unchanged parts are counted, unchanged ones not written', async () => {
    const [a, b] = [await knownPart(), await knownPart()];
    const csv = `PN,Name,Length mm,Life cycle\n${a.partNumber},Fan,,\n${b.partNumber},Fan,120,逐步淘汰\n${mint('NEW')},x,1,active\n`;
    const counts = { newParts: 1, changedParts: 1, unchangedParts: 1 };
    expect(await world.ask(checkPartsImport, fileOf(csv))).toMatchObject(counts);
    expect(await world.run(importParts, fileOf(csv))).toMatchObject(counts);
    expect(await masterOf(a.partId)).toMatchObject({ version: 1 });
    expect(await masterOf(b.partId)).toMatchObject({ lengthMm: 120, lifeCycle: 'phase-out' });
  });

  it('an export of everything says nothing new, in both languages', async () => {
    const { partId } = await knownPart();
    const { partNumber: _, ...rest } = await masterOf(partId);
    const { id, version, barcodes, units, retiredAt, retiredReason, ...values } = rest;
    expect([id, barcodes, units, retiredAt, retiredReason]).toHaveLength(5);
    const sizes = { lengthMm: 10, widthMm: 20, heightMm: 30, weightGrams: 5 };
    await world.run(editPart, {
      ...values,
      ...sizes,
      partId,
      version,
      lifeCycle: 'no-longer-served',
      manufacturer: 'm'.repeat(120),
      manufacturerPartNumber: 'n'.repeat(80),
    });
    for (const locale of ['en', 'zh-CN'] as const) {
      const { csv, parts } = await world.ask(exportParts, { siteId, locale });
      expect(parts).toBeGreaterThan(1);
      expect(await world.ask(checkPartsImport, fileOf(csv))).toMatchObject({
        errorCount: 0,
        newParts: 0,
        changedParts: 0,
        unchangedParts: parts,
      });
    }
  });
});
