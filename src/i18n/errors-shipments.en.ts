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
  'shipments.unknown-box.title': 'There is no such box',
  'shipments.unknown-box.remedy': 'Scan the number on the label of the box: {box}.',
  'shipments.unknown-line.title': 'This line is not in the shipment',
  'shipments.unknown-line.remedy': 'Load the page again; somebody may have taken it off.',
  'shipments.it-holds-goods.title': 'The shipment is empty',
  'shipments.it-holds-goods.remedy': 'Pick goods for it first.',
  'shipments.everything-is-packed.title': 'Not everything is packed',
  'shipments.everything-is-packed.remedy':
    'Pack the rest, say that it travels without a box, or leave it for the next shipment.',
  'shipments.something-is-lost.title': 'Nothing of this shipment is lost',
  'shipments.something-is-lost.remedy': 'Only what was written off as lost can be found again.',
  'shipments.more-than-on-the-way.title': 'So much is not on the way',
  'shipments.more-than-on-the-way.remedy':
    'Of this line {onTheWay} are on the way, but {told} were told. Load the page again.',
  'shipments.box-in-other-shipment.title': 'This box belongs to another shipment',
  'shipments.box-in-other-shipment.remedy':
    'Box {box} is in shipment {shipment}. Take another box, or take it off there first.',
} as const;
