/** The demo is the same every time, and its parts pass the import that every user has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPartsCsv } from '../../src/demo/catalogue.ts';
import { monthsUpTo } from '../../src/demo/catalogue-demand.ts';
import { demoModels } from '../../src/demo/catalogue-models.ts';
import { demoCompany } from '../../src/demo/company.ts';
import { demoBinCodes } from '../../src/demo/company-sites.ts';
import { readPartsFile } from '../../src/inventory/parts/import/read-parts-file.rules.ts';
import { encodeGbk } from '../support/gbk.ts';

const lastMonth = '2026-10';
const read = (bytes: Uint8Array) => {
  const file = readPartsFile(bytes);
  if (file.kind !== 'checked') throw new Error(file.kind);
  return file;
};
const demoFile = (seed: number, rows: number, language: 'en' | 'zh' = 'zh') =>
  read(new TextEncoder().encode(demoPartsCsv({ seed, rows, lastMonth, language })));

describe('the demo catalogue', () => {
  const { parts, findings } = demoFile(1, 2_000);

  it('imports 2,000 parts without a single finding', () => {
    expect(findings).toMatchObject({ errorCount: 0, warningCount: 0 });
    expect(parts).toHaveLength(2_000);
  });

  it('has unique numbers and distinct names in both languages', () => {
    for (const field of ['partNumber', 'nameEn', 'nameZh'] as const) {
      expect(new Set(parts.map(({ part }) => part[field])).size).toBe(2_000);
    }
    expect(parts.every(({ part }) => /\p{Script=Han}/u.test(part.nameZh ?? ''))).toBe(true);
  });

  it('tracks the twelve devices by serial and a few parts by lot', () => {
    const serial = parts.filter(({ part }) => part.tracking === 'serial');
    expect(serial.map(({ part }) => part.partNumber)).toEqual(
      demoModels.map(({ partNumber }) => partNumber),
    );
    expect(serial.every(({ part }) => part.isRepairable)).toBe(true);
    const lots = parts.filter(({ part }) => part.tracking === 'lot').length;
    expect(lots).toBeGreaterThan(20);
    expect(lots).toBeLessThan(400);
    expect(parts.filter(({ part }) => part.isRepairable).length).toBeGreaterThan(40);
  });

  it('has intermittent demand for 24 months up to the one asked for', () => {
    const months = monthsUpTo(lastMonth, 24);
    expect([months[0], months.at(-1), months.length]).toEqual(['2024-11', '2026-10', 24]);
    for (const { part } of parts) {
      expect(part.monthlyDemand.map(({ month }) => month)).toEqual(months);
    }
    const figures = parts.flatMap(({ part }) => part.monthlyDemand.map(({ quantity }) => quantity));
    const zeroShare = figures.filter((quantity) => quantity === 0).length / figures.length;
    expect(zeroShare).toBeGreaterThan(0.5);
    expect(zeroShare).toBeLessThan(0.9);
  });

  it('keeps prices above cost and spread over orders of magnitude', () => {
    const costs = parts.map(({ part }) => part.costMinor ?? 0).sort((a, b) => a - b);
    expect(costs[100]).toBeLessThan(100);
    expect(costs.at(-100)).toBeGreaterThan(10_000);
    expect(parts.every(({ part }) => (part.priceMinor ?? 0) >= (part.costMinor ?? 0))).toBe(true);
  });

  it('lays its opening stock on shelves that the company has', () => {
    const bins = parts.flatMap(({ part }) => (part.openingStock ? [part.openingStock.bin] : []));
    expect(bins.length).toBeGreaterThan(800);
    expect(bins.filter((bin) => !demoBinCodes.includes(bin))).toEqual([]);
  });

  it('depends on the seed alone', () => {
    const csv = (seed: number) => demoPartsCsv({ seed, rows: 300, lastMonth });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        expect(csv(seed)).toBe(csv(seed));
        expect(csv(seed)).not.toBe(csv(seed + 1));
      }),
      { numRuns: 10 },
    );
  });

  it('imports without findings for any seed and length, in both languages', () => {
    const length = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(fc.nat(), length, fc.constantFrom('en', 'zh'), (seed, rows, language) => {
        const file = demoFile(seed, rows, language);
        expect(file.findings.first).toEqual([]);
        expect(file.parts).toHaveLength(rows);
      }),
      { numRuns: 20 },
    );
  });

  it('comes through GBK as the same parts', () => {
    // GBK lacks the signs of square millimetres and of micro, which a Chinese list writes otherwise.
    const csv = demoPartsCsv({ seed: 3, rows: 500, lastMonth });
    const plain = csv.replaceAll('µ', 'u').replaceAll('²', '2');
    const gbk = read(encodeGbk(plain));
    expect(gbk.encoding).toBe('gb18030');
    expect(gbk.parts).toEqual(read(new TextEncoder().encode(plain)).parts);
  });
});

describe('the demo company', () => {
  const company = demoCompany({ seed: 1 });
  const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);

  it('names nothing twice', () => {
    unique(company.sites.flatMap(({ locations }) => locations.map(({ code }) => code)));
    unique(company.users.map(({ login }) => login));
    unique(company.customers.map(({ code }) => code));
    unique(company.customers.map(({ phone }) => phone));
    unique(company.faultCodes.map(({ code }) => code));
    unique(company.installedUnits.map(({ serialNumber }) => serialNumber));
    unique(company.testSteps.map(({ model, position }) => `${model} ${position}`));
  });

  it('has every kind of place at the depot, and vans whose keepers are users', () => {
    const kinds = new Set(company.sites[0]?.locations.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'bench',
      'dock',
      'quarantine',
      'shipping',
      'storage',
      'van',
    ]);
    const keepers = company.sites
      .flatMap(({ locations }) => locations)
      .flatMap(({ kind, custodian }) => (kind === 'van' ? [custodian] : []));
    expect(keepers).toEqual(['he.jun', 'zhou.kai']);
    const logins = company.users.map(({ login }) => login);
    expect(logins).toEqual(expect.arrayContaining(keepers));
  });

  it('has a user in every role', () => {
    expect([...new Set(company.users.map(({ role }) => role))].sort()).toEqual([
      'administrator',
      'approver',
      'clerk',
      'planner',
      'service-desk',
      'technician',
    ]);
  });

  it('has units of its own models and customers in every tier of the warranty', () => {
    const { installedUnits } = company;
    expect(installedUnits).toHaveLength(60);
    const models = new Set(demoModels.map(({ partNumber }) => partNumber));
    const customers = new Set(company.customers.map(({ code }) => code));
    expect(installedUnits.every(({ model }) => models.has(model))).toBe(true);
    expect(installedUnits.every(({ customer }) => customers.has(customer))).toBe(true);
    expect(installedUnits.slice(0, 5).map(({ soldDaysAgo }) => soldDaysAgo)).toEqual([
      3,
      20,
      200,
      730,
      null,
    ]);
    const within = (from: number, to: number) =>
      installedUnits.filter(({ soldDaysAgo: days }) => days !== null && days >= from && days <= to);
    expect(
      [within(0, 7), within(8, 30), within(31, 364), within(366, 9_999)].map((t) => t.length),
    ).toEqual([12, 12, 12, 12]);
    for (const { soldDaysAgo, acceptedDaysAgo } of installedUnits) {
      if (acceptedDaysAgo !== null) expect(acceptedDaysAgo).toBeLessThanOrEqual(soldDaysAgo ?? -1);
    }
  });

  it('tests every model, some steps being mandatory', () => {
    for (const { partNumber } of demoModels) {
      const own = company.testSteps.filter(({ model }) => model === partNumber);
      expect(own.length).toBeGreaterThan(2);
      expect(own.some(({ isMandatory }) => isMandatory)).toBe(true);
    }
    expect(company.testSteps.filter(({ model }) => model === null)).toHaveLength(3);
  });

  it('is the same for the same seed', () => {
    expect(demoCompany({ seed: 5 })).toEqual(demoCompany({ seed: 5 }));
    expect(demoCompany({ seed: 5 })).not.toEqual(demoCompany({ seed: 6 }));
  });
});
