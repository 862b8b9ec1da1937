/** English words for the refusals of purchase demand and purchase orders. */
export const purchasingErrorsEn = {
  'purchasing.unknown-purchase-order.title': 'There is no such purchase order',
  'purchasing.unknown-purchase-order.remedy': 'Check the number, or look for it in the list.',
  'purchasing.version-changed.title': 'Somebody else has changed this meanwhile',
  'purchasing.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'purchasing.event-not-allowed.title': 'This step is not possible now',
  'purchasing.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
} as const;
