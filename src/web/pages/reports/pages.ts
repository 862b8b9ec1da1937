/** The addresses of the reports and the right each needs; `.csv` answers the same as a file. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendAgeing, showAgeing } from './ageing.tsx';
import { sendFlow, showFlow } from './flow.tsx';
import { showHub } from './hub.tsx';
import { sendInventory, showInventory } from './inventory.tsx';
import { sendSlow, showSlow } from './slow-movers.tsx';
import { sendTransactions, showTransactions } from './transactions.tsx';
import { sendValueChanges, showValueChanges } from './value-changes.tsx';

/** Adds the pages of inventory and transaction reports. */
export function reportsPages(pages: PageRoutes): void {
  pages.get('/reports', 'reports.view', showHub);
  pages.get('/reports/inventory', 'reports.view', showInventory);
  pages.get('/reports/inventory.csv', 'reports.view', sendInventory);
  pages.get('/reports/transactions', 'reports.view', showTransactions);
  pages.get('/reports/transactions.csv', 'reports.view', sendTransactions);
  pages.get('/reports/flow', 'reports.view', showFlow);
  pages.get('/reports/flow.csv', 'reports.view', sendFlow);
  pages.get('/reports/value-changes', 'costs.view', showValueChanges);
  pages.get('/reports/value-changes.csv', 'costs.view', sendValueChanges);
  pages.get('/reports/ageing', 'reports.view', showAgeing);
  pages.get('/reports/ageing.csv', 'reports.view', sendAgeing);
  pages.get('/reports/slow-movers', 'reports.view', showSlow);
  pages.get('/reports/slow-movers.csv', 'reports.view', sendSlow);
}
