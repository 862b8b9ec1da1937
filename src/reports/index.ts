/** The door of inventory and transaction reports: they read the ledger and change nothing. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { ageingReport } from './queries/ageing-report.ts';
import { flowReport } from './queries/flow-report.ts';
import { inventoryExport } from './queries/inventory-export.ts';
import { inventoryReport } from './queries/inventory-report.ts';
import { slowMovers } from './queries/slow-movers.ts';
import { transactionExport, transactionReport } from './queries/transaction-report.ts';
import { valueChanges } from './queries/value-changes.ts';

export { ageClasses } from './ageing.rules.ts';
export { reportsErrors } from './errors.ts';
export { directionOf, flowKinds, flowSplits, periodUnits } from './flow.rules.ts';
export { type Grouping, groupings } from './grouping.rules.ts';
export {
  ageingReport,
  flowReport,
  inventoryExport,
  inventoryReport,
  slowMovers,
  transactionExport,
  transactionReport,
  valueChanges,
};

export const reportsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const reportsOwnCommands: readonly AnyCommand[] = [];
export const reportsQueries: readonly AnyQuery[] = [
  inventoryReport,
  inventoryExport,
  transactionReport,
  transactionExport,
  flowReport,
  valueChanges,
  ageingReport,
  slowMovers,
];
