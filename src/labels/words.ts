/** Picks the printed word for a locale and fills its slots. Knows no layout and no data. */
import { invariant } from '../platform/errors.ts';
import type { LabelLocale } from './contract.ts';
import { type WordKey, wordsEn } from './words.en.ts';
import { wordsZhCn } from './words.zh-cn.ts';

/** Looks up a word; `{name}` slots are filled from the second argument. */
export type Say = (key: WordKey, slots?: Readonly<Record<string, string | number>>) => string;

const catalogues: Readonly<Record<LabelLocale, Readonly<Record<WordKey, string>>>> = {
  en: wordsEn,
  'zh-CN': wordsZhCn,
};

/** The words of one locale. */
export function wordsOf(locale: LabelLocale): Say {
  const catalogue = catalogues[locale];
  return (key, slots = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (_, slot: string) => {
      const value = slots[slot];
      invariant(value !== undefined, `word ${key} needs {${slot}}`);
      return String(value);
    });
}

function isWordKey(key: string): key is WordKey {
  return key in wordsEn;
}

/** A calendar day in words: `5 Mar 2026`, `2026年3月5日`. */
export function longDate(day: string, say: Say): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const monthKey = `month.${month}`;
  invariant(isWordKey(monthKey), `${day} is no calendar day`);
  return say('date.long', { year, month: say(monthKey), day: Number(dayOfMonth) });
}
