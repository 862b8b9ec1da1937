/**
 * Decides which country a cell names: a two-letter code of ISO 3166-1, or the country's name in
 * English or Chinese as the language data of the runtime has it. It knows nothing of parts.
 */
import { countryWords } from './cell-words.ts';

// Regions that the language data names but no country of origin is called by.
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function isCurrentCode(code: string): boolean {
  // A retired code is rewritten to its successor, which tells it apart.
  return !notCountries.has(code) && new Intl.Locale(`und-${code}`).region === code;
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const chinese = new Intl.DisplayNames('zh-CN', { type: 'region', fallback: 'none' });
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = english.of(code);
    if (!name || !isCurrentCode(code)) continue;
    words.set(code.toLowerCase(), code);
    words.set(name.toLowerCase(), code);
    const chineseName = chinese.of(code);
    if (chineseName) words.set(chineseName, code);
  }
  for (const [word, code] of Object.entries(countryWords)) words.set(word, code);
  return words;
}

/** Words for countries, lower case, to their two-letter codes. */
export const countryCodeByWord = namesOfCountries();
