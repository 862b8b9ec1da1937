/** The addresses of orders and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showOrders, showWaiting } from './list-page.tsx';
import { sendNewOrder, showNewOrder } from './new-page.tsx';
import { sendByHand, sendRelease, sendStep, showOrder } from './order-page.tsx';
import { sendTakeOver, showWhyNot } from './why-not-page.tsx';

/** Adds the pages of orders. */
export function ordersPages(pages: PageRoutes): void {
  pages.get('/orders', 'orders.view', showOrders);
  pages.get('/orders/waiting', 'orders.view', showWaiting);
  pages.get('/orders/why-not', 'orders.view', showWhyNot);
  pages.get('/orders/new', 'orders.manage', showNewOrder);
  pages.post('/orders/new', 'orders.manage', sendNewOrder);
  pages.post('/orders/take-over', 'orders.manage', sendTakeOver);
  pages.get('/orders/:orderId', 'orders.view', (visit) => showOrder(visit));
  pages.post('/orders/:orderId/:step', 'orders.manage', sendStep);
  pages.post('/orders/:orderId/release/:allocationId', 'orders.manage', sendRelease);
  pages.post('/orders/:orderId/lines/:lineId/by-hand', 'orders.manage', sendByHand);
}
