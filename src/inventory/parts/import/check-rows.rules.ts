/**
 * Decides which rows of a file become parts: every row is read to the end, so that one look shows
 * all that is wrong with it. It knows the file only; whether a part exists already is not its
 * business.
 */
import { collectFindings, type Finding, type FindingList } from './findings.rules.ts';
import type { HeadingMap } from './headings.rules.ts';
import type { ImportedPart, PartField } from './imported-part.ts';
import { silentFields } from './known-part.rules.ts';
import { readPart } from './read-part.rules.ts';
import type { CsvTable, TableRow } from './read-rows.rules.ts';
import { type Layout, layOut, type RowReader, rowReader } from './row-reader.rules.ts';

// A row with more faults than these is not corrected from a list any more.
const reasonsMax = 10;

/** A good row: its number, the part it describes, and the fields it does not speak of. */
export interface PartRow {
  readonly row: number;
  readonly part: ImportedPart;
  readonly silent: readonly PartField[];
}

/** A row that becomes no part, untouched, with its errors (ten at most). */
export interface BadRow {
  readonly row: TableRow;
  readonly findings: readonly Finding[];
}

export interface CheckedRows {
  readonly parts: readonly PartRow[];
  readonly badRows: readonly BadRow[];
  /** Findings of headings and rows together, in order of row. */
  readonly findings: FindingList;
}

/** What was seen in earlier rows: a folded number to the row that had it first. */
interface Seen {
  readonly partNumber: Map<string, number>;
  readonly barcode: Map<string, number>;
}

function reportDuplicates(reader: RowReader, row: number, part: ImportedPart, seen: Seen) {
  for (const field of ['partNumber', 'barcode'] as const) {
    const value = part[field];
    if (!value) continue;
    // Numbers that differ in case alone are one number to a person with a scanner.
    const key = value.toUpperCase();
    const firstRow = seen[field].get(key);
    if (firstRow === undefined) seen[field].set(key, row);
    else reader.report({ field, value, rule: 'duplicate-in-file', params: { firstRow } });
  }
}

function checkRow(row: TableRow, layout: Layout, table: CsvTable, seen: Seen) {
  const reader = rowReader(row, layout);
  if (row.cells.length !== layout.width) {
    const params = { expected: layout.width, found: row.cells.length };
    reader.report({ field: null, value: '', rule: 'wrong-number-of-cells', params });
    // Its cells may stand in the wrong columns, so reading them would only mislead.
    return { findings: reader.findings, part: null, silent: [] };
  }
  const part = readPart(reader, layout, { hasCommaGroups: table.delimiter !== ';' });
  reportDuplicates(reader, row.row, part, seen);
  const columns = new Set(layout.positions.keys());
  const silent = silentFields(columns, (field) => reader.cell(field) === '');
  return { findings: reader.findings, part, silent };
}

/**
 * Rows to parts and findings. A row with an error becomes no part; warnings do not hold it back. A
 * number that appeared before (case aside) is an error of the later row. In files parted by
 * semicolons a comma in a number is refused, because there it is often a decimal mark.
 */
export function checkRows(table: CsvTable, headings: HeadingMap): CheckedRows {
  const layout = layOut(headings.columns);
  const collector = collectFindings();
  for (const finding of headings.findings) collector.add(finding);
  const seen: Seen = { partNumber: new Map(), barcode: new Map() };
  const parts: PartRow[] = [];
  const badRows: BadRow[] = [];
  for (const row of table.rows) {
    const { findings, part, silent } = checkRow(row, layout, table, seen);
    for (const finding of findings) collector.add(finding);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (part && errors.length === 0) parts.push({ row: row.row, part, silent });
    else badRows.push({ row, findings: errors.slice(0, reasonsMax) });
  }
  return { parts, badRows, findings: collector.list() };
}
