/** English words for the refusals of requests and orders for parts. */
export const ordersErrorsEn = {
  'orders.unknown-order.title': 'There is no such order',
  'orders.unknown-order.remedy': 'Check the number, or look for it in the list.',
  'orders.unknown-request.title': 'There is no such request',
  'orders.unknown-request.remedy': 'Check the number, or look for it in the list.',
  'orders.version-changed.title': 'Somebody else has changed this meanwhile',
  'orders.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'orders.event-not-allowed.title': 'This step is not possible now',
  'orders.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
} as const;
