/** English words for the refusals of receiving by list and discrepancies. */
export const receiptsErrorsEn = {
  'receipts.unknown-receipt.title': 'There is no such receipt',
  'receipts.unknown-receipt.remedy': 'Check the number, or look for it in the list.',
  'receipts.unknown-discrepancy.title': 'There is no such discrepancy',
  'receipts.unknown-discrepancy.remedy': 'Check the number, or look for it in the list.',
  'receipts.version-changed.title': 'Somebody else has changed this meanwhile',
  'receipts.version-changed.remedy':
    'Load the page again and look at what changed: it is now {state}.',
  'receipts.event-not-allowed.title': 'This step is not possible now',
  'receipts.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers. Now: {state}.',
} as const;
