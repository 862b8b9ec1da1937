/** English words of the pages of inventory and transaction reports. */
export const reportsPagesEn = {
  'reports.title': 'Inventory and transaction reports',
} as const;
