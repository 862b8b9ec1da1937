/** Chinese words of the pages of counts, adjustments and scrapping. */
import type { countsPagesEn } from './pages-counts.en.ts';

export const countsPagesZhCn = {
  'counts.title': '盘点、调整与报废',
} as const satisfies Readonly<Record<keyof typeof countsPagesEn, string>>;
