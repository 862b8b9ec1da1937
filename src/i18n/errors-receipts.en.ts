/** English words for the refusals of receiving by list and discrepancies. */
export const receiptsErrorsEn = {
  'receipts.unknown-receipt.title': 'There is no such receipt',
  'receipts.unknown-receipt.remedy': 'Check the number, or look for it in the list.',
  'receipts.unknown-discrepancy.title': 'There is no such discrepancy',
  'receipts.unknown-discrepancy.remedy': 'Check the number, or look for it in the list.',
  'receipts.version-changed.title': 'Somebody else has changed this meanwhile',
  'receipts.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'receipts.event-not-allowed.title': 'This step is not possible now',
  'receipts.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
  'receipts.unknown-person.title': 'There is no such person',
  'receipts.unknown-person.remedy': 'Choose a person from the list.',
  'receipts.unknown-arrival.title': 'Nothing with this number is expected',
  'receipts.unknown-arrival.remedy':
    'Check the number on the label; goods without paper are taken in by hand.',
  'receipts.pieces-are-missing.title': 'These pieces are not missing',
  'receipts.pieces-are-missing.remedy':
    'Load the page again and choose one of the steps it offers.',
  'receipts.pieces-lie-here.title': 'These pieces do not lie here',
  'receipts.pieces-lie-here.remedy': 'Load the page again and choose one of the steps it offers.',
  'receipts.piece-is-elsewhere.title': 'This piece is not booked at another place',
  'receipts.piece-is-elsewhere.remedy':
    'Load the page again and choose one of the steps it offers.',
  'receipts.pieces-are-stocked.title': 'These pieces are not in stock yet',
  'receipts.pieces-are-stocked.remedy':
    'Load the page again and choose one of the steps it offers.',
  'receipts.nothing-is-to-be-moved.title': 'There are pieces to decide about',
  'receipts.nothing-is-to-be-moved.remedy':
    'Say what becomes of the pieces: a note alone does not settle them.',
  'receipts.somebody-else-admits.title': 'Who received these pieces may not let them into stock',
  'receipts.somebody-else-admits.remedy': 'Ask a colleague who may settle discrepancies.',
  'receipts.more-than-open.title': 'More than is still open',
  'receipts.more-than-open.remedy': 'At most {open} can be settled now.',
  'receipts.nothing-received.title': 'Nothing was said to have come',
  'receipts.nothing-received.remedy': 'Scan or enter at least one line.',
  'receipts.nothing-expected.title': 'Nothing more is expected of {number}',
  'receipts.nothing-expected.remedy': 'Goods that came on top of it are taken in by hand.',
  'receipts.received-already.title': '{number} has been received already',
  'receipts.received-already.remedy': '{by} received it on {at}. Nothing has been changed.',
  'receipts.other-site.title': '{number} is for {site}',
  'receipts.other-site.remedy':
    'Send it on to {site}, or receive it here anyway: the shipment is then redirected and the sender is told.',
  'receipts.short-shelf-life.title': 'Lot {lotNumber} expires on {expiresOn}',
  'receipts.short-shelf-life.remedy':
    'It keeps for {days} more days, {minimum} are asked for. Receive it anyway, or refuse it and send it back.',
  'receipts.no-dock.title': '{site} has no receiving dock',
  'receipts.no-dock.remedy':
    'Add a location of the kind dock to the site, or choose where the goods go.',
  'receipts.not-a-bin.title': 'Nothing is put away at {location}',
  'receipts.not-a-bin.remedy': 'Choose a storage location, a bench or a van.',
  'receipts.same-condition.title': 'The pieces are in this condition already',
  'receipts.same-condition.remedy': 'Choose what the inspection found.',
  'receipts.no-way-back.title': 'These pieces cannot be sent back',
  'receipts.no-way-back.remedy':
    'Accept them or scrap them; nobody is known to whom they could go.',
  'receipts.other-receipt.title': 'This receipt is somebody else’s or closed',
  'receipts.other-receipt.remedy': 'Begin a new receipt.',
  'receipts.not-in-stock-here.title': 'There is not so much of {partNumber} at {location}',
  'receipts.not-in-stock-here.remedy':
    '{available} can be moved. Look at the list of what is to be put away.',
} as const;
