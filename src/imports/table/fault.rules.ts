/** Says what is wrong with a cell of a row that was read, in the words of a finding. */
import { shownValue } from '../../inventory/index.ts';
import type { FileRow } from './against-stored.rules.ts';
import type { Fault } from './read-table.rules.ts';

/** A fault of one cell. */
export function faultOfCell(
  { row }: Pick<FileRow<unknown>, 'row'>,
  cell: readonly [field: string | null, value: string | number | null],
  rule: string,
  params: Fault['params'] = {},
): Fault {
  const [field, value] = cell;
  return { row, field, value: shownValue(String(value ?? '')), rule, params, severity: 'error' };
}
