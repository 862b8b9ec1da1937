/** Chinese words for the refusals of inventory and transaction reports. */
export const reportsErrorsZhCn = {} as const;
