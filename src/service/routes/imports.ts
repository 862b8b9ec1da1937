/** Addresses of imports. The check asks only, but a file does not fit into an address. */
import { checkPartsImport, exportParts, importParts, importTables } from '../../imports/index.ts';
import { type Operation, operation, takingFile } from '../operation.ts';

const tableRoutes = importTables.flatMap(({ name, check, apply, exported }) => [
  takingFile(operation('POST', `/imports/${name}/check`, check)),
  takingFile(operation('POST', `/imports/${name}`, apply)),
  operation('GET', `/exports/${name}`, exported),
]);

export const importRoutes: readonly Operation[] = [
  takingFile(operation('POST', '/parts/import/check', checkPartsImport)),
  takingFile(operation('POST', '/parts/import', importParts)),
  operation('GET', '/exports/parts', exportParts),
  ...tableRoutes,
];
