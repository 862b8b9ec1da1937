/** English words of the pages of counts, adjustments and scrapping. */
export const countsPagesEn = {
  'counts.title': 'Counts, adjustments and scrapping',
} as const;
