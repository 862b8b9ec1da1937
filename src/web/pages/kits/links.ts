/** The addresses of the pages of kits. */
export const kitLinks = {
  list: '/kits',
  open: '/kits/open',
  orders: '/kits/orders',
  models: '/kits/models',
  model: (model: string) => `/kits/models?model=${encodeURIComponent(model)}`,
  kit: (partId: string) => `/kits/${partId}`,
  build: (partId: string) => `/kits/${partId}/build`,
  breakUp: (partId: string) => `/kits/${partId}/break`,
  order: (orderId: string) => `/kits/orders/${orderId}`,
} as const;
