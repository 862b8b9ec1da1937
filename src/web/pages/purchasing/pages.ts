/** The addresses of purchase demand and purchase orders and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showHub } from './hub-page.tsx';
import { showNewDemand, showNewOrder, takeNewDemand, takeNewOrder } from './new-pages.tsx';
import { showOrder } from './order-page.tsx';
import { showPaper } from './papers.ts';
import { takePicks, takeWithdraw } from './take-demand.ts';
import {
  takeAll,
  takeCancel,
  takeConfirm,
  takeDiscard,
  takeLine,
  takeRemoval,
  takeScan,
  takeSend,
} from './take-steps.ts';

/** Adds the pages of purchase demand and purchase orders. */
export function purchasingPages(pages: PageRoutes): void {
  const order = '/purchasing/:purchaseOrderId';
  pages.get('/purchasing', 'purchasing.view', (visit) => showHub(visit));
  pages.get('/purchasing/new-demand', 'purchasing.manage', showNewDemand);
  pages.post('/purchasing/new-demand', 'purchasing.manage', takeNewDemand);
  pages.get('/purchasing/new-order', 'purchasing.manage', showNewOrder);
  pages.post('/purchasing/new-order', 'purchasing.manage', takeNewOrder);
  pages.post('/purchasing/make-orders', 'purchasing.manage', takePicks);
  pages.post('/purchasing/demand/:demandId/withdraw', 'purchasing.manage', takeWithdraw);
  pages.get(order, 'purchasing.view', (visit) => showOrder(visit));
  pages.post(`${order}/set-line`, 'purchasing.manage', takeLine);
  pages.post(`${order}/remove-line`, 'purchasing.manage', takeRemoval);
  pages.post(`${order}/send`, 'purchasing.manage', takeSend);
  pages.post(`${order}/confirm`, 'purchasing.manage', takeConfirm);
  pages.post(`${order}/cancel`, 'purchasing.manage', takeCancel);
  pages.post(`${order}/discard`, 'purchasing.manage', takeDiscard);
  pages.post(`${order}/scan`, 'receipts.work', takeScan);
  pages.post(`${order}/receive-all`, 'receipts.work', takeAll);
  pages.get('/documents/purchase-orders/:id/order.pdf', 'labels.print', showPaper);
}
