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
  'orders.something-is-approved.title': 'Nothing of the request was approved',
  'orders.something-is-approved.remedy': 'Reject the request with a reason instead.',
  'orders.unknown-wish-line.title': 'There is no such line to decide in this request',
  'orders.unknown-wish-line.remedy': 'Load the request again and look at its lines.',
  'orders.over-asked.title': 'That is more than was asked for',
  'orders.over-asked.remedy': 'Line {line} asks for {asked}; approve at most as many.',
  'orders.reason-missing.title': 'A line is cut without a reason',
  'orders.reason-missing.remedy':
    'Line {line} asks for {asked}. Say why less is approved, so that the requester knows.',
  'orders.line-undecided.title': 'A line is not decided',
  'orders.line-undecided.remedy': 'Say how many of line {line} are approved, 0 for none.',
  'orders.value-beyond-counting.title': 'The quantities are too large',
  'orders.value-beyond-counting.remedy': 'Check the quantities for a digit too many.',
  'orders.no-own-van.title': 'There is no van in your name',
  'orders.no-own-van.remedy': 'Name the van, bench or storage location the parts shall go to.',
  'orders.needed-by-is-over.title': 'The day needed is over',
  'orders.needed-by-is-over.remedy': '{day} is in the past. Choose today or a later day.',
  'orders.part-twice.title': '{partNumber} is named twice',
  'orders.part-twice.remedy': 'Put the whole quantity into one line.',
  'orders.part-is-replaced.title': '{partNumber} has been replaced by {successor}',
  'orders.part-is-replaced.remedy': 'Ask for {successor} instead.',
  'orders.asked-before.title': 'You have asked for {partNumber} before',
  'orders.asked-before.remedy':
    'It is in {number} for the same job and still open. Confirm if you need it once more.',
  'orders.not-yours.title': 'This request is somebody else’s',
  'orders.not-yours.remedy': 'Whoever asked for it can take it back, and so can an approver.',
  'orders.is-there-already.title': 'It lies at its destination already',
  'orders.is-there-already.remedy':
    'Take it from {location} without an order, or choose another place.',
} as const;
