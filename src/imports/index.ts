/** The door of imports: files that touch several rooms at once, read in one transaction. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { importParts } from './commands/import-parts.ts';
import { checkPartsImport } from './queries/check-parts.ts';
import { exportParts } from './queries/export-parts.ts';
import { importTables } from './tables/all-tables.ts';

export { type BadRows, badRowsOf, partsTemplate, tableBadRows } from './bad-rows.ts';
export { bytesOf } from './input.ts';
export type { ImportReport } from './parts-report.ts';
export type { ImportTable, TableRight } from './table/define-table.ts';
export type { TableReport } from './table/report.ts';
export { checkPartsImport, exportParts, importParts, importTables };

export const importCommands: readonly AnyCommand[] = [
  importParts,
  ...importTables.map(({ apply }) => apply),
];
export const importQueries: readonly AnyQuery[] = [
  checkPartsImport,
  exportParts,
  ...importTables.flatMap(({ check, exported }) => [check, exported]),
];
