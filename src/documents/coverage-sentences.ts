/**
 * Says a warranty decision in words: the reasons are codes with data, the sentences are the
 * catalogue's. Decides nothing about warranty.
 */
import { isPageKey, wordsIn } from '../i18n/page-words.ts';
import type { Locale } from '../platform/actor.ts';
import type { CoverageView } from '../rma/contract.ts';

/** One sentence a reason, in the reader's language. */
export function coverageSentences(locale: Locale, { reasons }: Pick<CoverageView, 'reasons'>) {
  const say = wordsIn(locale);
  return reasons.map(({ code, params }) => {
    const key = `coverage.${code}`;
    return isPageKey(key) ? say(key, params) : code;
  });
}
