/** The door of imports: files that touch several rooms at once, read in one transaction. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { importParts } from './commands/import-parts.ts';
import { checkPartsImport } from './queries/check-parts.ts';
import { exportParts } from './queries/export-parts.ts';

export { type BadRows, badRowsOf } from './bad-rows.ts';
export { bytesOf } from './input.ts';
export type { ImportReport } from './parts-report.ts';
export { checkPartsImport, exportParts, importParts };

export const importCommands: readonly AnyCommand[] = [importParts];
export const importQueries: readonly AnyQuery[] = [checkPartsImport, exportParts];
