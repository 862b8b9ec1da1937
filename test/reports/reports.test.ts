/**
 * The reports against the ledger: a past moment equals a replay of the movements up to it, values add up
 * to the cost ledger to the cent however they are split, pages give every row once, and nobody sees
 * more than his sites.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCosts, receiveStock } from '../../src/inventory/index.ts';
import {
  type Grouping,
  groupings,
  inventoryExport,
  inventoryReport,
  transactionExport,
  transactionReport,
  valueChanges,
} from '../../src/reports/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith } from '../support/world.ts';
import { type LivedWorld, openLivedWorld } from './lived-world.ts';

const pile: Grouping[] = ['part', 'site', 'location', 'condition', 'owner', 'lot', 'box'];

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

/** On hand of every pile after all entries posted at a moment or before, added up line by line. */
async function replayed(at: string): Promise<Map<string, number>> {
  const lines = await world.database.owner<{ quantity: string; f: string; t: string }[]>`
    select p.part_number || '|' || fl.code || '|' || f.condition as f, m.quantity,
           p.part_number || '|' || tl.code || '|' || t.condition as t
    from movement m join entry e on e.id = m.entry_id join part p on p.id = m.part_id
    join bucket f on f.id = m.from_bucket_id join location fl on fl.id = f.location_id
    join bucket t on t.id = m.to_bucket_id join location tl on tl.id = t.location_id
    where e.posted_at <= ${at}::timestamptz order by m.seq`;
  const held = new Map<string, number>();
  for (const { f, t, quantity } of lines) {
    held.set(f, (held.get(f) ?? 0) - Number(quantity));
    held.set(t, (held.get(t) ?? 0) + Number(quantity));
  }
  return new Map([...held].filter(([key, on]) => on !== 0 && !key.includes('|~')));
}

describe('the inventory as of a past moment', () => {
  it('equals a replay of the movements up to it', async () => {
    const at = fc.nat({ max: 23 });
    await fc.assert(
      fc.asyncProperty(at, fc.constantFrom(-1, 0, 1), async (n, by) => {
        const asOf = new Date(Date.parse(lived.moments[n] ?? '') + by).toISOString();
        const { rows } = await world.ask(inventoryExport, { groupBy: pile, asOf });
        const told = rows.map((row) => {
          return [`${row.partNumber}|${row.locationCode}|${row.condition}`, row.onHand] as const;
        });
        expect(new Map(told)).toEqual(await replayed(asOf));
      }),
      { numRuns: 30 },
    );
  });

  it('has the value the cost ledger had', async () => {
    for (const asOf of [lived.moments[3], lived.moments[11], lived.moments[20]]) {
      const { sums } = await world.ask(inventoryReport, { groupBy: ['site'], asOf: asOf ?? null });
      const [ledger] = await world.database.owner`
        select sum(value_minor)::int as value from cost_entry where at <= ${asOf ?? ''}::timestamptz`;
      expect(sums.values?.[0]?.valueMinor).toBe(ledger?.value);
    }
  });

  it('says nothing about what was allocated then', async () => {
    const { rows, sums } = await world.ask(inventoryReport, { asOf: lived.moments[9] ?? null });
    expect([rows[0]?.allocated, rows[0]?.available, sums.allocated]).toEqual([null, null, null]);
  });
});

describe('the inventory now', () => {
  it('adds up to the ledger to the cent in every grouping, on pages and in the file', async () => {
    const { sums: costs } = await world.ask(listCosts, {});
    const ledger = costs[0]?.valueMinor;
    await fc.assert(
      fc.asyncProperty(fc.subarray([...groupings]), async (groupBy) => {
        const page = await world.ask(inventoryReport, { groupBy, limit: 200 });
        const file = await world.ask(inventoryExport, { groupBy });
        const sum = (rows: readonly { valueMinor: number | null }[]) =>
          rows.reduce((all, row) => all + (row.valueMinor ?? 0), 0);
        expect(sum(page.rows)).toBe(ledger);
        expect(sum(file.rows)).toBe(ledger);
        expect(page.sums.values?.[0]?.valueMinor).toBe(ledger);
        expect(page.total).toBe(page.rows.length);
      }),
      { numRuns: 25 },
    );
  });

  it('pages without losing or doubling a row', async () => {
    const all = await world.ask(inventoryReport, { groupBy: pile, limit: 200 });
    const seen: unknown[] = [];
    for (let page = 1; page <= Math.ceil(all.total / 7); page += 1) {
      seen.push(...(await world.ask(inventoryReport, { groupBy: pile, page, limit: 7 })).rows);
    }
    expect(seen).toEqual(all.rows);
  });

  it('finds a part by its words in any order, without dashes', async () => {
    const { rows } = await world.ask(inventoryReport, {});
    const number = rows[0]?.partNumber ?? '';
    const search = `测试备件 ${number.replaceAll('-', '').toLowerCase()}`;
    const found = await world.ask(inventoryReport, { search });
    expect(found.rows.map((row) => row.partNumber)).toEqual([number]);
  });

  it('shows a reader his sites only, and values only to whoever may see them', async () => {
    const site = lived.sites[0] ?? '';
    const plain = actorWith(['reports.view'], [site]);
    const { rows, sums } = await world.ask(inventoryReport, { groupBy: ['site'] }, plain);
    const whole = await world.ask(inventoryReport, { siteId: site, groupBy: ['site'] });
    expect(rows.map((row) => row.onHand)).toEqual(whole.rows.map((row) => row.onHand));
    expect([rows[0]?.valueMinor, sums.values]).toEqual([null, null]);
    const other = await world.ask(inventoryReport, { siteId: lived.sites[1] ?? '' }, plain);
    expect(other.total).toBe(0);
    const dear = actorWith(['reports.view', 'costs.view'], [site]);
    const valued = await world.ask(inventoryReport, { groupBy: ['site'] }, dear);
    expect(valued.rows).toEqual(whole.rows);
    const moves = await world.ask(transactionReport, { limit: 200 }, plain);
    const codes = new Set(moves.rows.flatMap((row) => [row.fromSite, row.toSite]));
    expect(moves.rows.length).toBeGreaterThan(0);
    expect(moves.rows.every((row) => row.valueMinor === null)).toBe(true);
    expect(codes.has(rows[0]?.siteCode ?? '')).toBe(true);
    await expect(
      world.ask(valueChanges, { fromDay: '2026-11-01', untilDay: '2026-11-30' }, dear),
    ).rejects.toThrow('reports.whole-company-only');
  });
});

describe('the transactions', () => {
  it('give every movement once, page by page, while new ones arrive', async () => {
    const [before] = await world.database.owner`select array_agg(seq::int order by seq desc) as seqs
      from movement`;
    const seen: number[] = [];
    let next: number | null = null;
    do {
      const page: { rows: { seq: number }[]; next: number | null } = await world.ask(
        transactionReport,
        { before: next, limit: 5 },
      );
      seen.push(...page.rows.map(({ seq }) => seq));
      next = page.next;
      await world.run(receiveStock, {
        partId: lived.parts[0] ?? '',
        locationId: lived.bins[0] ?? '',
        quantity: 1,
      });
    } while (next !== null);
    expect(seen).toEqual(before?.seqs);
    const file = await world.ask(transactionExport, { limit: 5000 });
    expect(new Set(file.rows.map(({ seq }) => seq)).size).toBe(file.rows.length);
  });

  it('narrow by everything that names a movement', async () => {
    const all = (await world.ask(transactionExport, { limit: 5000 })).rows;
    const [one] = all;
    const day = one?.postedAt.slice(0, 10) ?? '';
    const wishes = [
      [
        { partId: lived.parts[1] ?? '' },
        (row: (typeof all)[number]) => row.partId === lived.parts[1],
      ],
      [{ kind: 'move' }, (row: (typeof all)[number]) => row.kind === 'move'],
      [
        { condition: 'defective' as const },
        (row: (typeof all)[number]) =>
          row.fromCondition === 'defective' || row.toCondition === 'defective',
      ],
      [
        { fromDay: day, untilDay: day },
        (row: (typeof all)[number]) => row.postedAt.startsWith(day),
      ],
      [
        { search: all.at(-1)?.toLocation ?? '' },
        (row: (typeof all)[number]) =>
          [row.fromLocation, row.toLocation].includes(all.at(-1)?.toLocation ?? ''),
      ],
      [
        { search: all.at(-1)?.partNumber.toLowerCase() ?? '' },
        (row: (typeof all)[number]) => row.partNumber === all.at(-1)?.partNumber,
      ],
    ] as const;
    for (const [wish, fits] of wishes) {
      const { rows } = await world.ask(transactionExport, { ...wish, limit: 5000 });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(({ seq }) => seq)).toEqual(all.filter(fits).map(({ seq }) => seq));
    }
  });

  it('offer the parts a misspelt search may have meant', async () => {
    const { rows } = await world.ask(inventoryReport, {});
    const number = rows[0]?.partNumber ?? '';
    const typo = `${number}X`;
    const answer = await world.ask(transactionReport, { search: typo });
    expect(answer.rows).toEqual([]);
    expect(answer.near[0]?.partNumber).toBe(number);
  });
});
