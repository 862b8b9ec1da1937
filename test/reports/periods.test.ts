/** Reports of a period and of age: they add up to the ledger, whatever they are split by. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adjustStock } from '../../src/inventory/index.ts';
import {
  ageingReport,
  flowReport,
  inventoryReport,
  slowMovers,
  valueChanges,
} from '../../src/reports/index.ts';
import { likeness, nearest, wordsOf } from '../../src/reports/search.rules.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type LivedWorld, openLivedWorld } from './lived-world.ts';

let lived: LivedWorld;
let world: LivedWorld['world'];
beforeAll(async () => {
  lived = await openLivedWorld();
  world = lived.world;
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

describe('by period', () => {
  it('adds up to what crossed the border of a site, whatever the period', async () => {
    const span = { fromDay: '2026-11-01', untilDay: '2027-01-31' };
    const [moved] = await world.database.owner`
      select sum(m.quantity)::int as quantity from movement m join entry e on e.id = m.entry_id
      where e.kind = 'receipt'`;
    for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      for (const splitBy of ['none', 'site', 'category'] as const) {
        const asked = { kind: 'receipts' as const, unit, splitBy, ...span };
        const { rows, periods } = await world.ask(flowReport, asked);
        const starts = new Set(periods.map(({ startsOn }) => startsOn));
        expect(rows.every(({ startsOn }) => starts.has(startsOn))).toBe(true);
        expect(rows.reduce((sum, row) => sum + row.quantityIn, 0)).toBe(moved?.quantity);
      }
    }
  });

  it('counts corrections both ways, and refuses days that make no report', async () => {
    const partId = lived.parts[2] ?? '';
    const locationId = lived.bins[0] ?? '';
    const found = { partId, locationId, condition: 'good' as const, reason: 'found' };
    await world.run(adjustStock, { ...found, direction: 'up', quantity: 4 });
    await world.run(adjustStock, { ...found, direction: 'down', quantity: 1 });
    const span = { fromDay: '2026-11-01', untilDay: '2027-01-31' };
    const { rows } = await world.ask(flowReport, { kind: 'adjustments', unit: 'year', ...span });
    expect([rows[0]?.quantityIn, rows[0]?.quantityOut]).toEqual([4, 1]);
    const reversed = { fromDay: '2026-11-02', untilDay: '2026-11-01' };
    await expect(world.ask(flowReport, reversed)).rejects.toThrow('reports.days-reversed');
    const long = { fromDay: '2000-01-01', untilDay: '2026-11-01', unit: 'day' as const };
    await expect(world.ask(flowReport, long)).rejects.toThrow('reports.too-many-periods');
  });
});

describe('the value of a period', () => {
  it('leads from the opening to the closing of the ledger', async () => {
    const span = { fromDay: '2026-11-20', untilDay: '2026-11-30' };
    for (const splitBy of ['part', 'category'] as const) {
      const { rows, sums } = await world.ask(valueChanges, { ...span, splitBy, limit: 200 });
      for (const row of [...rows, ...sums]) {
        const end = row.openingMinor + row.inMinor - row.outMinor + row.revaluedMinor;
        expect(end).toBe(row.closingMinor);
      }
      const [ledger] = await world.database.owner`
        select sum(value_minor)::int as value from cost_entry where at < '2026-12-01'`;
      expect(sums[0]?.closingMinor).toBe(ledger?.value);
    }
  });
});

describe('age', () => {
  it('shares out exactly what lies in the sites, with its value', async () => {
    const { sums } = await world.ask(inventoryReport, { groupBy: [] });
    for (const splitBy of ['part', 'category', 'site'] as const) {
      const aged = await world.ask(ageingReport, { splitBy, limit: 200 });
      const [all] = aged.sums;
      const total = (figures: readonly number[] | null | undefined) =>
        (figures ?? []).reduce((sum, one) => sum + one, 0);
      expect(total(all?.quantities)).toBe(sums.onHand);
      expect(total(all?.values)).toBe(sums.values?.[0]?.valueMinor);
      expect(total(aged.rows.map(({ onHand }) => onHand))).toBe(sums.onHand);
    }
  });

  it('grows with the days, and stock nothing is taken from is slow', async () => {
    world.clock.advanceDays(400);
    const { sums } = await world.ask(ageingReport, {});
    expect(sums[0]?.quantities.slice(0, 4)).toEqual([0, 0, 0, 0]);
    const slow = await world.ask(slowMovers, { days: 365, limit: 200 });
    const held = await world.ask(inventoryReport, { groupBy: ['part', 'site'], limit: 200 });
    expect(slow.total).toBe(held.total);
    expect((await world.ask(slowMovers, { days: 3000 })).total).toBe(0);
  });
});

describe('a search', () => {
  it('knows its words, and what is nearly right', () => {
    expect(wordsOf('  bz-40 ＢＺ40 fan ')).toEqual(['BZ40', 'FAN']);
    expect(likeness('BLT-00005', 'blt 00005')).toBe(1);
    const textsOf = (text: string) => [text];
    expect(nearest('BLT-0005', ['XYZ-9', 'BLT-00005'], { textsOf, max: 3 })).toEqual(['BLT-00005']);
  });
});
