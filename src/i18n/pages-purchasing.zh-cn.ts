/** Chinese words of the pages of purchase demand and purchase orders. */
import type { purchasingPagesEn } from './pages-purchasing.en.ts';

export const purchasingPagesZhCn = {
  'purchasing.title': '采购',
} as const satisfies Readonly<Record<keyof typeof purchasingPagesEn, string>>;
