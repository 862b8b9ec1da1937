/** English words of the pages of cost and value. */
export const costsPagesEn = {} as const;
