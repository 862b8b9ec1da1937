/** Chinese words of the pages of kits and bills of material. */
import type { kitsPagesEn } from './pages-kits.en.ts';

export const kitsPagesZhCn = {
  'kits.title': '套件与物料清单',
} as const satisfies Readonly<Record<keyof typeof kitsPagesEn, string>>;
