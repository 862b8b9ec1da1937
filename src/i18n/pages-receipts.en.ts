/** English words of the pages of receiving by list and discrepancies. */
export const receiptsPagesEn = {
  'receipts.title': 'Receiving by list and discrepancies',
} as const;
