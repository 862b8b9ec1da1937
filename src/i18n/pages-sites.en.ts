/** English words of the pages of places. */
export const sitesPagesEn = {} as const;
