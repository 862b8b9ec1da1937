/** Addresses of imports. The check asks only, but a file does not fit into an address. */
import { checkPartsImport, exportParts, importParts } from '../../imports/index.ts';
import { type Operation, operation, takingFile } from '../operation.ts';

export const importRoutes: readonly Operation[] = [
  takingFile(operation('POST', '/parts/import/check', checkPartsImport)),
  takingFile(operation('POST', '/parts/import', importParts)),
  operation('GET', '/exports/parts', exportParts),
];
