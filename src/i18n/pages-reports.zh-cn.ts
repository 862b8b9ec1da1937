/** Chinese words of the pages of inventory and transaction reports. */
import type { reportsPagesEn } from './pages-reports.en.ts';

export const reportsPagesZhCn = {
  'reports.title': '报表',
} as const satisfies Readonly<Record<keyof typeof reportsPagesEn, string>>;
