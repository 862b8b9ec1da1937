/** Addresses of requests and orders for parts. */
import { listOwnNotices, markRead } from '../../orders/index.ts';
import { type Operation, operation } from '../operation.ts';

export const ordersRoutes: readonly Operation[] = [
  operation('GET', '/notices', listOwnNotices),
  operation('POST', '/notices/mark-read', markRead),
];
