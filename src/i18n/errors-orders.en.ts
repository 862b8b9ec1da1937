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
  'orders.unknown-order-line.title': 'There is no such line in this order',
  'orders.unknown-order-line.remedy': 'Load the order again and look at its lines.',
  'orders.unknown-allocation.title': 'There is no such allocation',
  'orders.unknown-allocation.remedy': 'It may have been released meanwhile: load the order again.',
  'orders.something-waits.title': 'Nothing of this order waits for stock',
  'orders.something-waits.remedy':
    'Release an allocation first if it is to come from somewhere else.',
  'orders.something-is-held.title': 'Nothing of this order is held',
  'orders.something-is-held.remedy':
    'Load the page again: what was held has been picked or released.',
  'orders.something-is-unpicked.title':
    'Everything of this order has been picked, shipped or cancelled',
  'orders.something-is-unpicked.remedy': 'What is on its way can be sent back when it has arrived.',
  'orders.quantity-is-there.title': 'There are not that many pieces at this stage',
  'orders.quantity-is-there.remedy': 'Load the page again and choose a smaller quantity.',
  'orders.over-quantity.title': 'That is more than the line still waits for',
  'orders.over-quantity.remedy': 'It waits for {waiting}; choose at most as many.',
  'orders.nothing-free.title': 'Nothing of {partNumber} is free at {location}',
  'orders.nothing-free.remedy':
    '{free} of {onHand} are free; {held} are held for {holder}, {person}, until {until}. Next best: {next}, there {arrival}.',
  'orders.part-does-not-cover.title': '{partNumber} cannot stand in for the ordered part',
  'orders.part-does-not-cover.remedy':
    'Choose the ordered part or one that its part page names as its substitute.',
  'orders.stage-differs.title': 'This allocation is at another stage now',
  'orders.stage-differs.remedy': 'Load the page again: it is {state} now.',
  'orders.part-is-retired.title': '{partNumber} has been retired',
  'orders.part-is-retired.remedy': 'Order the part that came after it.',
  'orders.destination-cannot-hold-stock.title': 'Parts cannot be brought to {location}',
  'orders.destination-cannot-hold-stock.remedy': 'Choose a storage location, a bench or a van.',
  'orders.not-lower-priority.title': 'The other order is at least as urgent',
  'orders.not-lower-priority.remedy':
    'Only what is held for a less urgent order can be taken: {number} has priority {priority}.',
  'orders.take-from-other.title': 'This takes stock from another order',
  'orders.take-from-other.remedy':
    '{quantity} are held for {number}, {person}. It goes back to waiting and {person} is told.',
} as const;
