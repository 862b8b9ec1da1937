/** Chinese words of the pages of receiving by list and discrepancies. */
import type { receiptsPagesEn } from './pages-receipts.en.ts';

export const receiptsPagesZhCn = {
  'receipts.title': '收货与差异',
} as const satisfies Readonly<Record<keyof typeof receiptsPagesEn, string>>;
