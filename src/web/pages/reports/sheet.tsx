/**
 * A report as the desk knows it: columns that show a row on the page and in a file alike. One list for
 * both, so that the file never says anything else than the page.
 */
import type { Child } from 'hono/jsx';
import { csvBytes, writeCsv } from '../../../inventory/index.ts';
import type { Column } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { signedText } from '../costs/signed-money.ts';

/** One column: what a cell holds, and how the page shows it where that is not the plain value. */
export interface SheetColumn<Row> {
  readonly heading: string;
  readonly kind?: 'number' | 'code' | 'money';
  /** Money is minor units; a file gets the amount as a number. */
  readonly value: (row: Row) => string | number | null;
  readonly shown?: (row: Row) => Child;
  /** Left out of the page, where another column shows it too. */
  readonly inFileOnly?: true;
}

function cellText(value: string | number | null, kind: SheetColumn<unknown>['kind']): Child {
  if (value === null) return '';
  return kind === 'money' && typeof value === 'number' ? signedText(value) : value;
}

/** The columns as a table of the page takes them. */
export function pageColumns<Row>(columns: readonly SheetColumn<Row>[]): Column<Row>[] {
  return columns
    .filter(({ inFileOnly }) => inFileOnly !== true)
    .map(({ heading, kind, value, shown }) => {
      const cell = shown ?? ((row: Row) => cellText(value(row), kind));
      return kind === undefined
        ? { heading, cell }
        : { heading, cell, kind: kind === 'money' ? 'number' : kind };
    });
}

function fileCell<Row>({ kind, value }: SheetColumn<Row>, row: Row): string | number {
  const held = value(row) ?? '';
  return kind === 'money' && typeof held === 'number' ? held / 100 : held;
}

/** Some rows of a file, and where the next ones are; null at the end. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  readonly next: string | number | null;
}

/**
 * Answers with a CSV file that is sent while it is read. The first slice is read before the answer
 * begins, so that a refusal is still one; what fails later breaks the file off visibly.
 */
export async function sendCsv<Row>(
  visit: Visit,
  {
    name,
    columns,
    read,
  }: {
    readonly name: string;
    readonly columns: readonly SheetColumn<Row>[];
    readonly read: (after: string | number | null) => Promise<Slice<Row>>;
  },
): Promise<Response> {
  const bytesOf = (rows: readonly Row[]) =>
    new TextEncoder().encode(writeCsv(rows.map((row) => columns.map((one) => fileCell(one, row)))));
  let slice: Slice<Row> | null = await read(null);
  const heading = csvBytes(writeCsv([columns.map((one) => one.heading)]));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(heading),
    pull: async (controller) => {
      const { rows, next } = slice ?? { rows: [], next: null };
      if (rows.length > 0) controller.enqueue(bytesOf(rows));
      if (next === null) return controller.close();
      slice = await read(next);
      // A slice may be empty; the stream asks again only when something was put in.
      if (slice.rows.length === 0) controller.enqueue(new Uint8Array());
    },
  });
  const file = encodeURIComponent(`${name}.csv`);
  return visit.c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="report.csv"; filename*=UTF-8''${file}`,
    'Cache-Control': 'no-store',
  });
}

/** Reads page after page of a paged report until it has given its total. */
export function byPages<Row>(
  read: (page: number, limit: number) => Promise<{ rows: readonly Row[]; total: number }>,
): (after: string | number | null) => Promise<Slice<Row>> {
  const limit = 200;
  return async (after) => {
    const page = Number(after ?? 1);
    const { rows, total } = await read(page, limit);
    return { rows, next: page * limit < total ? page + 1 : null };
  };
}

/** What a part of the report is called, for a page and a file. */
export function partColumns<
  Row extends {
    readonly partId: string | null;
    readonly partNumber: string | null;
    readonly nameEn: string | null;
    readonly nameZh: string | null;
  },
>(visit: Visit): SheetColumn<Row>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('stock.part'),
      kind: 'code',
      value: (row) => row.partNumber,
      shown: (row) => <a href={`/parts/${row.partId}`}>{row.partNumber}</a>,
    },
    { heading: say('stock.name'), value: (row) => nameIn(locale, row) },
  ];
}
