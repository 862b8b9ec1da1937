/** Both languages say the same things with the same data, and every refusal has words. */
import { describe, expect, it } from 'vitest';
import { catalogues, placeholdersOf, type TextKey, translate } from '../../src/i18n/translate.ts';
import { errorCodes } from '../../src/operations.ts';
import { locales } from '../../src/platform/actor.ts';
import { fieldRules } from '../../src/platform/parse-input.ts';

const keys = Object.keys(catalogues.en) as TextKey[];

describe('catalogues', () => {
  it('hold the same keys', () => {
    expect(Object.keys(catalogues['zh-CN']).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s names the same data in both languages', (key) => {
    const [english, chinese] = [catalogues.en[key], catalogues['zh-CN'][key]];
    expect([...new Set(placeholdersOf(chinese))].sort()).toEqual(
      [...new Set(placeholdersOf(english))].sort(),
    );
    expect(english.trim()).not.toBe('');
    expect(chinese).toMatch(/\p{Script=Han}/u);
  });

  it('have a title and a remedy for every refusal', () => {
    const wanted = errorCodes.flatMap((code) => [`${code}.title`, `${code}.remedy`]);
    expect(wanted.filter((key) => !(key in catalogues.en))).toEqual([]);
  });

  it('have a sentence for every rule', () => {
    expect(fieldRules.filter((rule) => !(`rule.${rule}` in catalogues.en))).toEqual([]);
  });
});

describe('translate', () => {
  it('fills in the data, and a dash for what is missing', () => {
    expect(translate('en', 'rule.too-small', { limit: 3 })).toBe('must be at least 3');
    expect(translate('zh-CN', 'rule.too-small')).toBe('不能小于 —');
    expect(translate('en', 'rule.too-small', { limit: null })).toBe('must be at least —');
  });

  it('never takes data from a prototype', () => {
    for (const locale of locales) {
      const key = 'people.login-taken.remedy';
      expect(translate(locale, key, Object.create({ login: 'x' }))).toContain('—');
    }
  });
});
