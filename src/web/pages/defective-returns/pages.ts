/** The addresses of owed returns and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showOwed } from './owed-list.tsx';
import { sendReceiveOwed, showReceiveOwed } from './receive-owed.tsx';

/** Adds the list and the taking back. */
export function owedPages(pages: PageRoutes): void {
  pages.get('/defective-returns', 'returns.view', showOwed);
  pages.get('/defective-returns/:returnId/receive', 'returns.receive', showReceiveOwed);
  pages.post('/defective-returns/:returnId/receive', 'returns.receive', sendReceiveOwed);
}
