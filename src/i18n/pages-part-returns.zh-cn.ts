/** Chinese words of the pages of parts that come back: unused and defective. */
import type { partReturnsPagesEn } from './pages-part-returns.en.ts';

export const partReturnsPagesZhCn = {
  'part-returns.title': '备件归还',
} as const satisfies Readonly<Record<keyof typeof partReturnsPagesEn, string>>;
