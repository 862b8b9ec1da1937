/**
 * The addresses of pages that other pages lead to. One list, so that a page can move without a hunt.
 */
const query = (values: Readonly<Record<string, string>>) => new URLSearchParams(values).toString();

export const links = {
  home: '/',
  line: (lineId: string) => `/rmas/${lineId}`,
  receive: (lineId: string) => `/receiving/${lineId}`,
  ship: (lineId: string) => `/shipping/${lineId}`,
  shipment: (shipmentId: string) => `/shipments/${shipmentId}`,
  job: (jobId: string) => `/bench/${jobId}`,
  part: (partId: string) => `/parts/${partId}`,
  /** What lies in a place. */
  location: (locationId: string) => `/stock?${query({ locationId })}`,
  /** One pile of stock: who holds it, and how it is changed. */
  pile: (bucketId: string) => `/stock/piles/${bucketId}`,
  /** Where one piece is. */
  serial: (serialNumber: string) => `/stock?${query({ search: serialNumber })}`,
  /** Where a lot lies. */
  lot: (lotNumber: string) => `/stock?${query({ search: lotNumber })}`,
  scan: (code: string, context = '') => `/scan?${query({ code, context })}`,
} as const;
