/** A long parts file comes twice in a row, before the server knows how long its tables have become. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPartsImport, importParts } from '../../src/imports/index.ts';
import { openWorld, type World } from '../support/world.ts';
import { base64Of } from './table-company.ts';

const rows = 3_000;
const months = ['2026-01', '2026-02', '2026-03'];

let world: World;
let siteId: string;
beforeAll(async () => {
  // One connection only: what it planned for empty tables is what the second file meets.
  world = await openWorld({ max: 1 });
  siteId = (await world.site()).siteId;
});
afterAll(() => world.close());

/** Rows the server has read so far from the tables in which an import looks parts up. */
async function rowsRead(): Promise<number> {
  await world.database.connection.sql`select pg_stat_force_next_flush()`;
  const [read] = await world.database.owner<{ count: string }[]>`
    select sum(seq_tup_read + idx_tup_fetch) as count from pg_stat_user_tables
    where relname in ('part', 'part_barcode', 'demand_month')`;
  return Number(read?.count);
}

const line = (n: number) => `TWICE-${n},Part ${n},备件${n},pcs,none,12.50,2,9,EAN-${n},1,2,3`;
const fileOf = (from: number, to: number) => ({
  contentBase64: base64Of(
    [
      `PN,Name,Name (zh),Unit,Tracking,Cost,Min,Max,Barcode,${months.join(',')}`,
      ...Array.from({ length: to - from }, (_, n) => line(from + n)),
    ].join('\n'),
  ),
  siteId,
});

describe('a long parts file that comes again at once', () => {
  it('changes nothing, and each part is looked up instead of reading all for each', async () => {
    const file = fileOf(0, rows);
    expect(await world.run(importParts, file)).toMatchObject({
      newParts: rows,
      changedParts: 0,
      unchangedParts: 0,
    });
    const before = await rowsRead();
    const nothingNew = { newParts: 0, changedParts: 0, unchangedParts: rows, errorCount: 0 };
    expect(await world.run(importParts, file)).toMatchObject(nothingNew);
    // A part with its barcode, its figures and the owner of the code, met a few times each.
    expect((await rowsRead()) - before).toBeLessThan(rows * (months.length + 2) * 4);
    expect(await world.ask(checkPartsImport, file)).toMatchObject(nothingNew);
  });
});
