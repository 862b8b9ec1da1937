/** English words for the refusals of planning. */
export const planningErrorsEn = {
  'planning.max-not-above-min.title': 'The maximum is not above the minimum',
  'planning.max-not-above-min.remedy': 'Give a maximum that is larger than the minimum.',
} as const;
