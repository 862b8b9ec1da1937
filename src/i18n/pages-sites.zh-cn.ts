/** Chinese words of the pages of places. */
import type { sitesPagesEn } from './pages-sites.en.ts';

export const sitesPagesZhCn = {} as const satisfies Readonly<
  Record<keyof typeof sitesPagesEn, string>
>;
