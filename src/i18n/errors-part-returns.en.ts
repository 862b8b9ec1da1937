/** English words for the refusals of parts that come back: unused and defective. */
export const partReturnsErrorsEn = {
  'part-returns.unknown-return.title': 'There is no such return',
  'part-returns.unknown-return.remedy': 'Check the number, or look for it in the list.',
  'part-returns.unknown-line.title': 'This line is not on the return',
  'part-returns.unknown-line.remedy': 'Load the page again: somebody may have taken the line off.',
  'part-returns.unknown-person.title': 'There is no such person',
  'part-returns.unknown-person.remedy': 'Choose somebody from the list of people.',
  'part-returns.version-changed.title': 'Somebody else has changed this meanwhile',
  'part-returns.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'part-returns.event-not-allowed.title': 'This step is not possible now',
  'part-returns.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
  'part-returns.some-are-listed.title': 'Nothing is listed',
  'part-returns.some-are-listed.remedy': 'List at least one part that goes back.',
  'part-returns.nothing-has-left.title': 'Some of it has already left',
  'part-returns.nothing-has-left.remedy':
    'What has left has to come in; take off only the lines that are still here.',
  'part-returns.something-is-here.title': 'Nothing has come in that is not inspected',
  'part-returns.something-is-here.remedy': 'Receive the parts first.',
  'part-returns.different-sites.title': 'The parts lie at different sites',
  'part-returns.different-sites.remedy': 'Make one return for each site.',
  'part-returns.different-ends.title': 'The parts do not all go to the same place',
  'part-returns.different-ends.remedy':
    'Make one return for each destination, or say where all of them go.',
  'part-returns.end-is-here.title': 'These parts stay at their own site',
  'part-returns.end-is-here.remedy': 'Hand them over at the counter; no shipment is needed.',
  'part-returns.on-another-return.title': 'This part is already on a return',
  'part-returns.on-another-return.remedy': 'Finish that return, or take the part off it first.',
  'part-returns.more-than-listed.title': 'More than is listed',
  'part-returns.more-than-listed.remedy': '{listed} are listed and still here; {told} were given.',
  'part-returns.more-than-came.title': 'More than came in',
  'part-returns.more-than-came.remedy': '{here} wait to be inspected; {told} were given.',
  'part-returns.left-already.title': 'This line has left already',
  'part-returns.left-already.remedy': 'Only what is still here can be taken off.',
  'part-returns.not-a-place-of-somebody.title': '{location} is in nobody’s keeping',
  'part-returns.not-a-place-of-somebody.remedy': 'Use a van or a place that belongs to somebody.',
  'part-returns.not-owed-any-more.title': '{number} is not owed any more',
  'part-returns.not-owed-any-more.remedy':
    'Load the list again: it was sent, taken in or given up.',
  'part-returns.removed-piece-required.title':
    'The serial numbers of the parts that came out are missing',
  'part-returns.removed-piece-required.remedy':
    'Scan {expected} removed parts, or say why nothing comes back.',
} as const;
