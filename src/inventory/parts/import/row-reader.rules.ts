/**
 * Reads the cells of one row by field and keeps what was wrong with them. It knows where each field
 * stands and how long a cell may be; which fields make a part is decided elsewhere.
 */
import type { ErrorParams } from '../../../platform/errors.ts';
import { accept, type Read, reject } from './cell-values.rules.ts';
import { type Finding, type FindingField, type FindingRule, shownValue } from './findings.rules.ts';
import { unguardFormula } from './formula-text.rules.ts';
import type { Column } from './headings.rules.ts';
import { cellLengthMax, type PartField } from './imported-part.ts';
import type { TableRow } from './read-rows.rules.ts';

/** Where each field and month stands in a row. */
export interface Layout {
  readonly width: number;
  readonly positions: ReadonlyMap<PartField, number>;
  /** In order of month. */
  readonly demand: readonly { readonly month: string; readonly position: number }[];
}

/** Columns to places. */
export function layOut(columns: readonly Column[]): Layout {
  const positions = new Map<PartField, number>();
  const demand: { month: string; position: number }[] = [];
  columns.forEach((column, position) => {
    if (column.kind === 'field') positions.set(column.field, position);
    if (column.kind === 'demand') demand.push({ month: column.month, position });
  });
  demand.sort((a, b) => (a.month < b.month ? -1 : 1));
  return { width: columns.length, positions, demand };
}

/** What is at fault, before the row number is added. */
export interface Fault {
  readonly field: FindingField;
  readonly value: string;
  readonly rule: FindingRule;
  readonly params?: ErrorParams;
  readonly severity?: Finding['severity'];
}

export interface RowReader {
  readonly findings: readonly Finding[];
  report(fault: Fault): void;
  /** The text of a field's cell; empty where the file has no such column. */
  cell(field: PartField): string;
  /** What `read` makes of a field's cell; null for an empty cell or, with a finding, a bad one. */
  read<T>(field: PartField, read: (cell: string) => Read<T>): T | null;
  /** The same for a month's cell. */
  readDemand(position: number, read: (cell: string) => Read<number>): number | null;
}

/** Checks the length that holds for every cell, then reads. */
function readCell<T>(cell: string, read: (cell: string) => Read<T>): Read<T | null> {
  if (cell === '') return accept(null);
  if (cell.length > cellLengthMax && [...cell].length > cellLengthMax) {
    return reject('too-long', { max: cellLengthMax });
  }
  return read(cell);
}

/** A reader of one row. */
export function rowReader(row: TableRow, layout: Layout): RowReader {
  const findings: Finding[] = [];
  const report = ({ field, value, rule, params = {}, severity = 'error' }: Fault) => {
    findings.push({ row: row.row, field, value: shownValue(value), rule, params, severity });
  };
  const cellAt = (position: number) => unguardFormula((row.cells[position] ?? '').trim()).trim();
  const cell = (field: PartField) => cellAt(layout.positions.get(field) ?? -1);
  const settle = <T>(field: FindingField, text: string, read: (cell: string) => Read<T>) => {
    const result = readCell(text, read);
    if (result.ok) return result.value;
    report({ field, value: text, rule: result.rule, params: result.params });
    return null;
  };
  return {
    findings,
    report,
    cell,
    read: (field, read) => settle(field, cell(field), read),
    readDemand: (position, read) => settle('monthlyDemand', cellAt(position), read),
  };
}
