/** The addresses of cost and value and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendClosing, showClosings } from './closings.tsx';
import { showCosts } from './cost-list.tsx';
import { sendPartCost, showPartCost } from './part-cost.tsx';
import { showPayables } from './payables.tsx';

/** Adds the pages of cost and value. */
export function costsPages(pages: PageRoutes): void {
  pages.get('/costs', 'costs.view', showCosts);
  pages.get('/costs/payables', 'costs.view', showPayables);
  pages.get('/costs/closings', 'costs.view', showClosings);
  pages.post('/costs/closings', 'costs.edit', sendClosing);
  pages.get('/parts/:partId/cost', 'costs.view', showPartCost);
  pages.post('/parts/:partId/cost', 'costs.edit', sendPartCost);
}
