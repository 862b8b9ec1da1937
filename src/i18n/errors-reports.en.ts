/** English words for the refusals of inventory and transaction reports. */
export const reportsErrorsEn = {} as const;
