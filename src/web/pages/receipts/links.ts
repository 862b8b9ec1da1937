/** The addresses of the pages of receiving. One list, so that a page can move without a hunt. */
const query = (values: Readonly<Record<string, string>>) => new URLSearchParams(values).toString();

export const receiptLinks = {
  hub: '/receipts',
  list: '/receipts/list',
  byHand: '/receipts/by-hand',
  scan: '/receipts/scan',
  arrivals: '/receipts/arrivals',
  arrival: (shipmentId: string) => `/receipts/arrivals/${shipmentId}`,
  receipt: (receiptId: string) => `/receipts/${receiptId}`,
  discrepancies: '/receipts/discrepancies',
  discrepancy: (discrepancyId: string) => `/receipts/discrepancies/${discrepancyId}`,
  putAway: '/receipts/put-away',
  /** The form with one row of the list filled in. */
  putAwayOf: (values: Readonly<Record<string, string>>) => `/receipts/put-away?${query(values)}`,
  inspect: '/receipts/inspect',
  inspectOf: (values: Readonly<Record<string, string>>) => `/receipts/inspect?${query(values)}`,
  rules: '/receipts/rules',
  note: (receiptId: string) => `/documents/receipts/${receiptId}/goods-receipt.pdf`,
  labels: (receiptId: string) => `/documents/receipts/${receiptId}/labels.pdf`,
} as const;
