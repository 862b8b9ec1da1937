/** The addresses of the transaction report and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showMovements } from './movement-list.tsx';
import { sendReverse, showReverse } from './reverse-movement.tsx';

/** Adds the report and the reversal. */
export function movementPages(pages: PageRoutes): void {
  pages.get('/stock/movements', 'stock.view', showMovements);
  pages.get('/stock/movements/:entryId/reverse', 'stock.adjust', showReverse);
  pages.post('/stock/movements/:entryId/reverse', 'stock.adjust', sendReverse);
}
