/** Thirty-seven bad rows in five thousand: found by row and name, handed back to correct, imported whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, tableBadRows } from '../../src/imports/index.ts';
import { openWorld, type World } from '../support/world.ts';
import { base64Of, deskOf } from './table-company.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('a long file with a few bad rows', () => {
  it('names each of them, hands back exactly these, and takes the corrected rows', async () => {
    const rows = 5_000;
    const isBad = (n: number) => n % 135 === 7;
    const line = (n: number, kind: string) => `BIG-${n},${kind},Partner ${n},020 ${n}`;
    const body = Array.from({ length: rows }, (_, n) => line(n, isBad(n) ? 'dealer' : 'supplier'));
    const csv = `Code,Kind,Name,Phone\n${body.join('\n')}\n`;
    const bad = body.flatMap((_, n) => (isBad(n) ? [n] : []));
    expect(bad).toHaveLength(37);
    const desk = deskOf(world, 'parties');
    const before = await desk.exported();
    const report = await desk.check(csv);
    expect(report).toMatchObject({ rowCount: rows, errorCount: 37, newRows: rows - 37 });
    expect(report.findings.map(({ row, field, value, rule }) => [row, field, value, rule])).toEqual(
      bad.map((n) => [n + 2, 'kind', 'dealer', 'not-in-list']),
    );
    await expect(desk.apply(csv)).rejects.toMatchObject({ params: { count: 37 } });
    expect(await desk.exported()).toBe(before);
    const describe = ({ rule }: { rule: string }) => rule;
    const file = tableBadRows(bytesOf(base64Of(csv)), report, { locale: 'en', describe }) ?? '';
    const lines = file.trim().split('\r\n');
    expect(lines[0]).toBe('Reason,Code,Kind,Name,Phone');
    expect(lines.slice(1)).toEqual(bad.map((n) => `not-in-list,${line(n, 'dealer')}`));
    const corrected = file.replaceAll(',dealer,', ',supplier,');
    expect(await desk.apply(corrected)).toMatchObject({ newRows: 37, errorCount: 0 });
    expect(await desk.apply(csv.replaceAll(',dealer,', ',supplier,'))).toMatchObject({
      newRows: rows - 37,
      unchangedRows: 37,
    });
  });
});
