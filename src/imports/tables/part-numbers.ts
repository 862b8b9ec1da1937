/** What many tables of part data share: the column of part numbers, and whether they name parts in use. */
import type { PartByNumber } from '../../inventory/index.ts';
import type { FileRow } from '../table/against-stored.rules.ts';
import { partNumberColumn } from '../table/columns.rules.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import type { Fault } from '../table/read-table.rules.ts';

/** Headings of a part number. */
export const partNumbers = partNumberColumn([
  'Part number',
  '料号',
  'Part no',
  'PN',
  'P/N',
  'SKU',
  '备件编号',
  '物料编码',
  '备件料号',
]);

/** What is wrong with a part number: nobody knows it, or its part is retired. */
export function partFaults<F extends string>(
  row: FileRow<Record<F, string>>,
  field: F,
  parts: ReadonlyMap<string, PartByNumber>,
): Fault[] {
  const number = row.value[field];
  const part = parts.get(number);
  if (part === undefined) return [faultOfCell(row, [field, number], 'unknown-part')];
  return part.isRetired ? [faultOfCell(row, [field, number], 'part-is-retired')] : [];
}
