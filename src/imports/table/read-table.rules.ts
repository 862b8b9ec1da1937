/**
 * Bytes of a file to the rows of a table: values by field, and every fault by row, field and rule. It
 * knows the columns it is handed and the file; what is stored already is not its business.
 */
import {
  decodeCsv,
  foldHeading,
  type ImportFinding,
  type NumberStyle,
  readRows,
  reasonHeadings,
  shownValue,
  type TableRow,
  unguardFormula,
} from '../../inventory/index.ts';
import type { Column } from './columns.rules.ts';

/** The columns of a table, by field, in the order in which an export writes them. */
export type Columns<R> = { readonly [F in keyof R]: Column<R[F]> };

/** A fault of a row; `field` is null for the row as a whole. */
export interface Fault {
  readonly row: number;
  readonly field: string | null;
  readonly value: string;
  readonly rule: string;
  readonly params: ImportFinding['params'];
  readonly severity: 'error' | 'warning';
}

/** A row that was read: the fields it speaks of. */
export interface SaidRow<R> {
  readonly row: number;
  readonly said: Partial<R>;
}

/** A file as a table. */
export type ReadTable<R> =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'bad-headings'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'read';
      readonly encoding: string;
      readonly rowCount: number;
      readonly rows: readonly SaidRow<R>[];
      readonly faults: readonly Fault[];
    };

const noParams = {};

/** The fields of a table. */
export function fieldsOf<R>(columns: Columns<R>): readonly (keyof R & string)[] {
  // The keys of the record of columns are the fields of the row, by its type.
  return Object.keys(columns) as (keyof R & string)[];
}

type Places<R> = ReadonlyMap<keyof R & string, number>;

function placesOf<R>(columns: Columns<R>, header: TableRow) {
  const fieldByWord = new Map(
    fieldsOf(columns).flatMap((field) =>
      columns[field].headings.map((word) => [foldHeading(word), field] as const),
    ),
  );
  const ignored = new Set<string>(reasonHeadings.map(foldHeading));
  const places = new Map<keyof R & string, number>();
  const faults: Fault[] = [];
  header.cells.forEach((heading, at) => {
    const word = foldHeading(heading);
    const field = fieldByWord.get(word);
    if (field === undefined) {
      if (ignored.has(word)) return;
      const params = { column: at + 1 };
      const value = shownValue(heading);
      const rule = 'unknown-heading';
      faults.push({ row: header.row, field: null, value, rule, params, severity: 'warning' });
    } else if (places.has(field)) {
      const first = header.cells[places.get(field) ?? 0] ?? '';
      const params = { first: shownValue(first), column: at + 1 };
      const value = shownValue(heading);
      const rule = 'duplicate-heading';
      faults.push({ row: header.row, field, value, rule, params, severity: 'error' });
    } else places.set(field, at);
  });
  for (const field of fieldsOf(columns)) {
    if (columns[field].whenEmpty.kind !== 'refuse' || places.has(field)) continue;
    const rest = { value: '', rule: 'missing-heading', params: noParams };
    faults.push({ row: header.row, field, ...rest, severity: 'error' });
  }
  return { places, faults };
}

interface Reading<R> {
  readonly columns: Columns<R>;
  readonly places: Places<R>;
  readonly width: number;
  readonly style: NumberStyle;
}

function readRow<R>({ row, cells }: TableRow, reading: Reading<R>) {
  const { columns, places, width, style } = reading;
  const faults: Fault[] = [];
  const said: Partial<R> = {};
  const report = (field: string | null, value: string, rule: string, params: Fault['params']) => {
    faults.push({ row, field, value: shownValue(value), rule, params, severity: 'error' });
  };
  if (cells.length !== width) {
    report(null, '', 'wrong-number-of-cells', { expected: width, found: cells.length });
    return { said, faults };
  }
  for (const [field, at] of places) {
    const column = columns[field];
    const cell = unguardFormula((cells[at] ?? '').trim()).trim();
    if (cell === '') {
      if (column.whenEmpty.kind === 'refuse') report(field, '', 'required', noParams);
      if (column.whenEmpty.kind === 'value') said[field] = column.whenEmpty.fallback;
      continue;
    }
    if (cell.length > column.cellMax) {
      report(field, cell, 'too-long', { max: column.cellMax });
      continue;
    }
    const value = column.read(cell, style);
    if (value.ok) said[field] = value.value;
    else report(field, cell, value.rule, value.params);
  }
  return { said, faults };
}

/** The bytes of a file to rows and faults; a row with a fault is not among the rows. */
export function readTable<R>(columns: Columns<R>, content: Uint8Array): ReadTable<R> {
  const decoded = decodeCsv(content);
  if (!decoded.ok) return { kind: 'refused', reason: decoded.reason };
  const table = readRows(decoded.text);
  if (!table.ok) return { kind: 'refused', reason: table.reason };
  const { places, faults } = placesOf(columns, table.header);
  if (faults.some(({ severity }) => severity === 'error')) return { kind: 'bad-headings', faults };
  const style = { hasCommaGroups: table.delimiter !== ';' };
  const reading = { columns, places, width: table.header.cells.length, style };
  const rows: SaidRow<R>[] = [];
  for (const row of table.rows) {
    const read = readRow(row, reading);
    if (read.faults.length === 0) rows.push({ row: row.row, said: read.said });
    faults.push(...read.faults);
  }
  const { encoding } = decoded;
  return { kind: 'read', encoding, rowCount: table.rows.length, rows, faults };
}
