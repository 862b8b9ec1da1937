/** English words of the pages of parts that come back: unused and defective. */
export const partReturnsPagesEn = {
  'part-returns.title': 'Parts that come back: unused and defective',
} as const;
