/** English words for the refusals of picking, packing and shipping of parts. */
export const shipmentsErrorsEn = {
  'shipments.unknown-shipment.title': 'There is no such shipment',
  'shipments.unknown-shipment.remedy': 'Check the number, or look for it in the list.',
  'shipments.version-changed.title': 'Somebody else has changed this meanwhile',
  'shipments.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'shipments.event-not-allowed.title': 'This step is not possible now',
  'shipments.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
} as const;
