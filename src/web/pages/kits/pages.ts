/** The addresses of kits and bills of material and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendBreak, showBreak } from './break-page.tsx';
import { sendBuild, showBuild } from './build-page.tsx';
import { sendComponent, sendComponentRemoval, showKit } from './kit-page.tsx';
import { sendOpen, showKits } from './list-page.tsx';
import { sendBomLine, sendBomRemoval, showModelBom } from './model-page.tsx';
import { showKitOrder, showKitOrders } from './order-pages.tsx';

/** Adds the pages of kits and bills of material. */
export function kitsPages(pages: PageRoutes): void {
  pages.get('/kits', 'stock.view', (visit) => showKits(visit));
  pages.post('/kits/open', 'stock.view', sendOpen);
  pages.get('/kits/orders', 'stock.view', showKitOrders);
  pages.get('/kits/orders/:orderId', 'stock.view', showKitOrder);
  pages.get('/kits/models', 'stock.view', (visit) => showModelBom(visit));
  pages.post('/kits/models', 'kits.edit', sendBomLine);
  pages.post('/kits/models/remove', 'kits.edit', sendBomRemoval);
  pages.get('/kits/:partId', 'stock.view', (visit) => showKit(visit));
  pages.post('/kits/:partId/components', 'kits.edit', sendComponent);
  pages.post('/kits/:partId/components/remove', 'kits.edit', sendComponentRemoval);
  pages.get('/kits/:partId/build', 'kits.build', (visit) => showBuild(visit));
  pages.post('/kits/:partId/build', 'kits.build', sendBuild);
  pages.get('/kits/:partId/break', 'kits.build', (visit) => showBreak(visit));
  pages.post('/kits/:partId/break', 'kits.build', sendBreak);
}
