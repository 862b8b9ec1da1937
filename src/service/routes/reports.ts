/** Addresses of inventory and transaction reports. */
import {
  ageingReport,
  flowReport,
  inventoryExport,
  inventoryReport,
  slowMovers,
  transactionExport,
  transactionReport,
  valueChanges,
} from '../../reports/index.ts';
import { type Operation, operation } from '../operation.ts';

export const reportsRoutes: readonly Operation[] = [
  operation('GET', '/reports/inventory', inventoryReport),
  operation('GET', '/exports/inventory', inventoryExport),
  operation('GET', '/reports/transactions', transactionReport),
  operation('GET', '/exports/transactions', transactionExport),
  operation('GET', '/reports/flow', flowReport),
  operation('GET', '/reports/value-changes', valueChanges),
  operation('GET', '/reports/ageing', ageingReport),
  operation('GET', '/reports/slow-movers', slowMovers),
];
