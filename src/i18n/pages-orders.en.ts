/** English words of the pages of requests and orders for parts. */
export const ordersPagesEn = {
  'orders.title': 'Requests and orders for parts',
} as const;
