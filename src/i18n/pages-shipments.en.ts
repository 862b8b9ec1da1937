/** English words of the pages of picking, packing and shipping of parts. */
export const shipmentsPagesEn = {
  'shipments.title': 'Picking, packing and shipping of parts',
} as const;
