/**
 * Reads holidays that were pasted from a list: a date on each line, then the name. Takes what people
 * paste (2026-10-01, 2026/10/1, 2026年10月1日, 20261001, a tab or a comma between). Pure.
 */

/** A day off. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
}

/** The days off, or the first line that is none. */
export type PastedHolidays =
  | { readonly kind: 'holidays'; readonly holidays: readonly Holiday[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly text: string };

const shape =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5|(\d{2})(\d{2}))(?:[\s,;:\t]+(.*))?$/;

const nameMax = 80;

/** How many days a month has. */
function daysIn(year: number, month: number): number {
  return Math.round((Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / 86_400_000);
}

function holidayOf(text: string): Holiday | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const [, year = '', , ...rest] = found;
  const [month = '', day = ''] = rest.slice(0, 6).filter((one) => one !== undefined);
  const name = (found[9] ?? '').trim();
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m) || name.length > nameMax) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { day: iso, name: name === '' ? iso : name };
}

/** The holidays of a text, by day; a day that is named twice keeps the last name. */
export function readHolidays(text: string): PastedHolidays {
  const byDay = new Map<string, Holiday>();
  const lines = text.normalize('NFKC').split('\n');
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const holiday = holidayOf(line);
    if (holiday === null) return { kind: 'unreadable', line: at + 1, text: line.slice(0, 60) };
    byDay.set(holiday.day, holiday);
  }
  const holidays = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { kind: 'holidays', holidays };
}
