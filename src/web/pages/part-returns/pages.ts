/** The addresses of returns of parts and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { followScan, showHub } from './hub-page.tsx';
import { sendNew, showNew } from './new-page.tsx';
import { sendStep, showReturn } from './return-page.tsx';
import { sendRules, showRules } from './rules-page.tsx';
import { sendStockCsv, showStock, showStockPart } from './stock-page.tsx';
import { sendUse, showUse } from './use-page.tsx';

/** Adds the pages of returns, of what somebody keeps, and of reminding. */
export function partReturnsPages(pages: PageRoutes): void {
  pages.get('/part-returns', 'part-returns.view', (visit) => showHub(visit));
  pages.get('/part-returns/scan', 'part-returns.view', followScan);
  pages.get('/part-returns/new', 'part-returns.send', (visit) => showNew(visit));
  pages.post('/part-returns/new', 'part-returns.send', sendNew);
  pages.get('/part-returns/use', 'part-returns.send', showUse);
  pages.post('/part-returns/use', 'part-returns.send', sendUse);
  pages.get('/part-returns/rules', 'sites.edit', (visit) => showRules(visit));
  pages.post('/part-returns/rules', 'sites.edit', sendRules);
  pages.get('/part-returns/my-stock', 'part-returns.view', showStock);
  pages.get('/part-returns/my-stock.csv', 'part-returns.view', sendStockCsv);
  pages.get('/part-returns/my-stock/:partId', 'part-returns.view', showStockPart);
  pages.get('/part-returns/:returnId', 'part-returns.view', (visit) => showReturn(visit));
  pages.post('/part-returns/:returnId/:event', 'part-returns.view', sendStep);
}
