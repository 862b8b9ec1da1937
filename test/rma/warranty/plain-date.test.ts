/** Calendar days against an oracle of UTC midnights, which the rule itself never uses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isPlainDate,
} from '../../../src/rma/warranty/plain-date.rules.ts';

const DAY_MS = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const plain = (minYear: number, maxYear: number) =>
  fc
    .integer({ min: utc(`${minYear}-01-01`) / DAY_MS, max: utc(`${maxYear}-12-31`) / DAY_MS })
    .map((d) => iso(d * DAY_MS));

describe('days of the calendar', () => {
  it('exist exactly when the calendar has them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const pad = (n: number, width: number) => String(n).padStart(width, '0');
          const text = `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`;
          const ms = utc(text);
          const exists = y >= 1 && !Number.isNaN(ms) && iso(ms) === text;
          expect(isPlainDate(text)).toBe(exists);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are counted and added as UTC midnights are', () => {
    fc.assert(
      fc.property(
        plain(1600, 2600),
        plain(1600, 2600),
        fc.integer({ min: 0, max: 5000 }),
        (a, b, days) => {
          expect(daysBetween(a, b)).toBe((utc(b) - utc(a)) / DAY_MS);
          expect(addDays(a, days)).toBe(iso(utc(a) + days * DAY_MS));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keep their day of the month when months are added, unless the month is too short', () => {
    fc.assert(
      fc.property(plain(1900, 2100), fc.integer({ min: 0, max: 120 }), (date, months) => {
        const later = addMonths(date, months) ?? '';
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
        const [ly = 0, lm = 0, ld = 0] = later.split('-').map(Number);
        expect(ly * 12 + lm).toBe(y * 12 + m + months);
        const isLastDay = iso(utc(later) + DAY_MS).endsWith('-01');
        expect(ld === d || (ld < d && isLastDay)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2023-10-31', 13, '2024-11-30'],
    ['1899-11-30', 3, '1900-02-28'],
    ['1999-11-30', 3, '2000-02-29'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it('say nothing beyond the calendar', () => {
    expect(addMonths('9999-12-01', 1)).toBeUndefined();
    expect(addMonths('2024-02-30', 1)).toBeUndefined();
    expect(addDays('9999-12-31', 1)).toBeUndefined();
    expect(addDays('2024-02-30', 1)).toBeUndefined();
    expect(daysBetween('2024-02-30', '2024-03-01')).toBeUndefined();
  });
});
