/**
 * Turns a key and its data into words of the reader's language. Knows the catalogues and nothing of
 * who asks; a key that one language lacks does not compile.
 */
import type { Locale } from '../platform/actor.ts';
import type { ErrorParams } from '../platform/errors.ts';
import { errorsEn } from './errors.en.ts';
import { errorsZhCn } from './errors.zh-cn.ts';
import { referenceEn } from './reference.en.ts';
import { referenceZhCn } from './reference.zh-cn.ts';
import { rulesEn } from './rules.en.ts';
import { rulesZhCn } from './rules.zh-cn.ts';

/** Every text of the desks in English, the source of all others. */
const en = { ...errorsEn, ...rulesEn, ...referenceEn } as const;

/** The key of a text. */
export type TextKey = keyof typeof en;

const zhCn: Readonly<Record<TextKey, string>> = { ...errorsZhCn, ...rulesZhCn, ...referenceZhCn };

/** Every text by language and key. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = {
  en,
  'zh-CN': zhCn,
};

const placeholder = /\{(\w+)\}/g;

/** The names between braces in a text. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}

/** Whether there is a text of this key. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

/**
 * The text in the given language with its data filled in; what is missing shows as a dash.
 * @example translate('en', 'rule.too-small', { limit: 1 }) // must be at least 1
 */
export function translate(locale: Locale, key: TextKey, params: ErrorParams = {}): string {
  return catalogues[locale][key].replace(placeholder, (_all, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : null;
    return value === null || value === undefined ? '—' : String(value);
  });
}
