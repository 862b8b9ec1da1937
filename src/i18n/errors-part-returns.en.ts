/** English words for the refusals of parts that come back: unused and defective. */
export const partReturnsErrorsEn = {
  'part-returns.unknown-return.title': 'There is no such return',
  'part-returns.unknown-return.remedy': 'Check the number, or look for it in the list.',
  'part-returns.version-changed.title': 'Somebody else has changed this meanwhile',
  'part-returns.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'part-returns.event-not-allowed.title': 'This step is not possible now',
  'part-returns.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
} as const;
