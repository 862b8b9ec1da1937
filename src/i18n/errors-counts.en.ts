/** English words for the refusals of counts, adjustments and scrapping. */
export const countsErrorsEn = {
  'counts.unknown-count.title': 'There is no such count',
  'counts.unknown-count.remedy': 'Check the number, or look for it in the list.',
  'counts.version-changed.title': 'Somebody else has changed this meanwhile',
  'counts.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'counts.event-not-allowed.title': 'This step is not possible now',
  'counts.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
} as const;
