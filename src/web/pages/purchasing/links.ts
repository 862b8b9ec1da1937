/** The addresses of the pages of purchasing. One list, so that a page can move without a hunt. */
const query = (values: Readonly<Record<string, string>>) => new URLSearchParams(values).toString();

export const purchaseLinks = {
  hub: '/purchasing',
  queue: (queue: string) => `/purchasing?${query({ queue })}`,
  makeOrders: '/purchasing/make-orders',
  newDemand: '/purchasing/new-demand',
  withdraw: (demandId: string) => `/purchasing/demand/${demandId}/withdraw`,
  newOrder: '/purchasing/new-order',
  order: (purchaseOrderId: string) => `/purchasing/${purchaseOrderId}`,
  /** The order with the form of one line filled in. */
  line: (purchaseOrderId: string, partNumber: string) =>
    `/purchasing/${purchaseOrderId}?${query({ part: partNumber })}#line`,
  step: (purchaseOrderId: string, step: string) => `/purchasing/${purchaseOrderId}/${step}`,
  paper: (purchaseOrderId: string) => `/documents/purchase-orders/${purchaseOrderId}/order.pdf`,
} as const;
