/** Every table that can be imported and exported, in the order in which a new store needs them. */
import type { ImportTable } from '../table/define-table.ts';
import { barcodesTable } from './barcodes.ts';
import { lanesTable } from './lanes.ts';
import { locationsTable } from './locations.ts';
import { openingBalancesTable } from './opening-balances.ts';
import { partUnitsTable } from './part-units.ts';
import { partiesTable } from './parties.ts';
import { substitutesTable } from './substitutes.ts';
import { supplierPartsTable } from './supplier-parts.ts';

export const importTables: readonly ImportTable[] = [
  locationsTable,
  partiesTable,
  openingBalancesTable,
  supplierPartsTable,
  substitutesTable,
  barcodesTable,
  partUnitsTable,
  lanesTable,
];
