/**
 * Says the texts of the pages in the reader's language. Knows the catalogues and no page; what is
 * missing among the data shows as a dash, as in every other text of the product.
 */
import type { Locale } from '../platform/actor.ts';
import type { ErrorParams } from '../platform/errors.ts';
import { type PageKey, pagesEn } from './pages.en.ts';
import { pagesZhCn } from './pages.zh-cn.ts';

/** Says one text with its data filled in. */
export type Say = (key: PageKey, params?: ErrorParams) => string;

/** Every text of the pages by language and key. */
const pageCatalogues: Readonly<Record<Locale, Readonly<Record<PageKey, string>>>> = {
  en: pagesEn,
  'zh-CN': pagesZhCn,
};

/** Whether there is a page text of this key. */
export function isPageKey(key: string): key is PageKey {
  return Object.hasOwn(pagesEn, key);
}

/** The words of one language. @example wordsIn('en')('list.total', { total: 3 }) // 3 in all */
export function wordsIn(locale: Locale): Say {
  const texts = pageCatalogues[locale];
  return (key, params = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (_all, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : null;
      return value === null || value === undefined ? '—' : String(value);
    });
}
