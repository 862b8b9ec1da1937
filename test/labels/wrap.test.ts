/** Where lines may end, for Latin, Chinese and both mixed, and that no character is ever lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText, textWidth } from '../../src/labels/measure.ts';
import { wrapName, wrapText } from '../../src/labels/wrap.ts';

const style = { weight: 'regular', size: 10 } as const;
const characters = fc.constantFrom(...'abcXYZ019 -/.,，。（）《》“”电源模块备件返修 　\n');
const anyText = fc.string({ unit: characters, maxLength: 80 });

describe('wrapping', () => {
  it('loses nothing but white space, and no line is wider than asked', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrapText(text, style, width);
        const letters = (value: string) => value.replace(/\s/g, '');
        expect(letters(lines.join(''))).toBe(letters(shownText(text)));
        for (const line of lines) {
          const own = textWidth(line, 'regular', 10);
          expect(own).toBeLessThanOrEqual(width + 0.5);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps Latin words whole and breaks Chinese between any two characters', () => {
    expect(wrapText('Power module 电源模块备件', style, 75)).toEqual([
      'Power module',
      '电源模块备件',
    ]);
    expect(wrapText('电源模块备件返修', style, 45)).toEqual(['电源模块', '备件返修']);
    expect(wrapText('返修RMA号', style, 30)).toEqual(['返修', 'RMA', '号']);
  });

  it('starts no line with closing and ends none with opening punctuation', () => {
    const lines = wrapText('设备重启，日志（看门狗）超时。更换《电源》后', style, 52);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）》]/u);
      expect(line).not.toMatch(/[（《]$/u);
    }
  });

  it('breaks a long number after a hyphen', () => {
    expect(wrapText('ASR1001X-PSU-AC', style, 60)).toEqual(['ASR1001X-', 'PSU-AC']);
  });

  it('cuts a name only at the end and only with an ellipsis', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 200 }), (text, width) => {
        const whole = wrapText(text.replace(/\s+/g, ' '), style, width);
        const lines = wrapName(text, style, width, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        if (whole.length <= 2) expect(lines).toEqual(whole);
        else expect(lines.at(-1)?.endsWith('…')).toBe(true);
      }),
    );
  });
});

describe('shown text', () => {
  it('drops invisible and direction-changing characters and composes marks', () => {
    expect(shownText('A\u200bB\u202eC\ufeff')).toBe('ABC');
    expect(shownText('Cafe\u0301')).toMatch(/^Caf(?:é|e\u0301)$/u);
    expect(shownText('a\tb\r\nc')).toBe('a b\nc');
  });

  it('shows one □ for each character the font lacks', () => {
    expect(shownText('x👩‍🔧y🇨🇳z')).toBe('x□y□z');
  });
});
