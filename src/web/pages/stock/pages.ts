/** The addresses of the stock pages and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendAdjust, showAdjust } from './adjust-stock.tsx';
import { showStockByPart } from './by-part.tsx';
import { sendMove, showMove } from './move-stock.tsx';
import { sendPileCondition, sendPileOwner, showPile } from './pile-page.tsx';
import { sendReceive, showReceive } from './receive-stock.tsx';
import { showStock } from './stock-list.tsx';

/** Adds the stock pages. */
export function stockPages(pages: PageRoutes): void {
  pages.get('/stock', 'stock.view', showStock);
  pages.get('/stock/by-part', 'stock.view', showStockByPart);
  pages.get('/stock/receive', 'stock.receive', showReceive);
  pages.post('/stock/receive', 'stock.receive', sendReceive);
  pages.get('/stock/move', 'stock.move', showMove);
  pages.post('/stock/move', 'stock.move', sendMove);
  pages.get('/stock/piles/:bucketId', 'stock.view', showPile);
  pages.post('/stock/piles/:bucketId/condition', 'stock.move', sendPileCondition);
  pages.post('/stock/piles/:bucketId/owner', 'stock.adjust', sendPileOwner);
  pages.get('/stock/adjust', 'stock.adjust', showAdjust);
  pages.post('/stock/adjust', 'stock.adjust', sendAdjust);
}
