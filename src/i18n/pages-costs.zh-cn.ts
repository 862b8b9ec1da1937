/** Chinese words of the pages of cost and value. */
import type { costsPagesEn } from './pages-costs.en.ts';

export const costsPagesZhCn = {} as const satisfies Readonly<
  Record<keyof typeof costsPagesEn, string>
>;
