/** English words of the pages of the part master. */
export const partMasterPagesEn = {} as const;
