/** Chinese words of the pages of requests and orders for parts. */
import type { ordersPagesEn } from './pages-orders.en.ts';

export const ordersPagesZhCn = {
  'orders.title': '备件申请与调拨单',
} as const satisfies Readonly<Record<keyof typeof ordersPagesEn, string>>;
