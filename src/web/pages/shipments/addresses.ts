/** Where the pages of shipments are; one list, so that a page can move without a hunt. */
import type { Visit } from '../../visit.ts';

export const shipmentLinks = {
  hub: (queue: string) => `/shipments?${new URLSearchParams({ queue })}`,
  shipment: (shipmentId: string) => `/shipments/${shipmentId}`,
  pick: (siteId: string) => `/shipments/pick/${siteId}`,
  pickBin: (siteId: string, binId: string) => `/shipments/pick/${siteId}/${binId}`,
  pack: (shipmentId: string) => `/shipments/${shipmentId}/pack`,
  packBox: (shipmentId: string, box: string) =>
    `/shipments/${shipmentId}/pack/${encodeURIComponent(box)}`,
  slip: (shipmentId: string) => `/documents/shipments/${shipmentId}/packing-slip.pdf`,
  boxLabel: (shipmentId: string, box: string) =>
    `/documents/shipments/${shipmentId}/boxes/${encodeURIComponent(box)}/label.pdf`,
  pickList: (siteId: string) => `/documents/sites/${siteId}/pick-list.pdf`,
} as const;

const kept = ['orderId', 'toSiteId', 'priorityMax'] as const;

/** The address with the filters of the pick list that the visit came with. */
export function withFilters(visit: Visit, path: string): string {
  const parameters = new URLSearchParams();
  for (const name of kept) {
    const value = visit.param(name);
    if (value !== '') parameters.set(name, value);
  }
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}
