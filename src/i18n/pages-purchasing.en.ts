/** English words of the pages of purchase demand and purchase orders. */
export const purchasingPagesEn = {
  'purchasing.title': 'Purchase demand and purchase orders',
} as const;
