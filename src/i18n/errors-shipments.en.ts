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
  'shipments.box-holds-other-goods.title': 'This box is not empty',
  'shipments.box-holds-other-goods.remedy':
    'Something lies in box {box} at {location} that is not of this shipment. Take another box.',
  'shipments.box-is-not-empty.title': 'The box is not empty',
  'shipments.box-is-not-empty.remedy': 'Take the goods out of box {box} first.',
  'shipments.part-not-wanted.title': 'Nothing of this part is to be picked here',
  'shipments.part-not-wanted.remedy':
    'No order waits for {partNumber} from bin {location}. Put it back.',
  'shipments.wrong-bin.title': 'This is the wrong bin',
  'shipments.wrong-bin.remedy':
    '{partNumber} is not to be picked from {location} but from {elsewhere}.',
  'shipments.more-than-wanted.title': 'So much is not wanted',
  'shipments.more-than-wanted.remedy':
    'From {location} {wanted} of {partNumber} are promised, not {picked}. Put the rest back.',
  'shipments.less-than-wanted.title': 'Less than was promised',
  'shipments.less-than-wanted.remedy':
    'From {location} {wanted} of {partNumber} are promised to one order, not {picked}. Pick them all, or report what is short.',
  'shipments.not-short.title': 'Nothing is short',
  'shipments.not-short.remedy':
    '{wanted} were promised and {found} found. Pick them without a reason.',
  'shipments.lot-is-needed.title': 'Say which lot',
  'shipments.lot-is-needed.remedy':
    'Several lots of {partNumber} are promised from {location}: {lots}. Scan or type the lot.',
  'shipments.scan-the-piece.title': 'Scan the serial number',
  'shipments.scan-the-piece.remedy':
    '{partNumber} is tracked piece by piece. Scan the serial number of the piece.',
  'shipments.unknown-piece.title': 'Nobody knows this piece',
  'shipments.unknown-piece.remedy':
    'There is no {serialNumber} of {partNumber}. Scan it again, or set it aside and tell who counts.',
  'shipments.other-piece-held.title': 'Another piece is promised',
  'shipments.other-piece-held.remedy':
    '{order} was promised {held} of {partNumber}; you scanned {scanned}. Confirm to take this one instead; the other is free then.',
  'shipments.taken-meanwhile.title': 'Somebody else was faster',
  'shipments.taken-meanwhile.remedy':
    'This promise is not waiting in its bin any more. Load the pick list again.',
  'shipments.site-has-no-packing-area.title': 'The site has no packing area',
  'shipments.site-has-no-packing-area.remedy': 'Add a location of kind shipping to the site first.',
  'shipments.is-packed.title': 'It is in a box',
  'shipments.is-packed.remedy': 'Take it out of its box first.',
  'shipments.already-in-box.title': 'It is in this box already',
  'shipments.already-in-box.remedy': 'Box {box} holds it. Scan the next piece.',
  'shipments.more-than-in-line.title': 'So much is not there',
  'shipments.more-than-in-line.remedy': 'The line has {there}, not {asked}.',
  'shipments.bin-in-other-site.title': 'The bin is at another site',
  'shipments.bin-in-other-site.remedy': '{bin} is not at the site the shipment leaves from.',
  'shipments.bin-cannot-promise.title': 'Nothing can be promised from there',
  'shipments.bin-cannot-promise.remedy':
    'Stock in {bin} cannot be promised. Choose a storage bin, or free the goods.',
  'shipments.nothing-on-the-way.title': 'Nothing of it is on the way',
  'shipments.nothing-on-the-way.remedy': 'Everything has arrived or is written off already.',
  'shipments.nothing-to-find.title': 'Nothing to find here',
  'shipments.nothing-to-find.remedy':
    'This loss was undone already, or belongs to another shipment.',
  'shipments.promise-is-split.title': 'One promise is only partly packed',
  'shipments.promise-is-split.remedy':
    'Goods of one order line cannot travel in two shipments. Pack the rest of it, or take it out of its box.',
  'shipments.received-at-dock.title': 'It goes to one of our sites',
  'shipments.received-at-dock.remedy': 'It is received there at the dock, not confirmed from here.',
  'shipments.unknown-scan.title': 'Nobody knows this code here',
  'shipments.unknown-scan.remedy':
    '{code} is no bin, piece or part that is used here. Scan it again, or type what is printed below the bars.',
  'shipments.scan-bin-first.title': 'Scan the bin first',
  'shipments.scan-bin-first.remedy':
    'You scanned {code}. Scan the bin you stand at, then what you take from it.',
  'shipments.scan-box-first.title': 'Scan the box first',
  'shipments.scan-box-first.remedy':
    'You scanned {code}. Scan the box it goes into, or open a new one.',
  'shipments.not-in-shipment.title': 'It is not in this shipment',
  'shipments.not-in-shipment.remedy':
    '{code} does not belong to this shipment. Put it aside and look for the shipment it is for.',
  'shipments.nothing-to-pick.title': 'Nothing is to be picked',
  'shipments.nothing-to-pick.remedy': 'No promise waits in the bins that were asked for.',
} as const;
