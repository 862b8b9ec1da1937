/**
 * Arithmetic on calendar days written as `YYYY-MM-DD`. A day here has no hours, so no time zone and
 * no daylight saving can move it. Must not know what the days are counted for.
 */

/** `YYYY-MM-DD`, years 0001 to 9999, proleptic Gregorian calendar. */
export type PlainDate = string;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}

function partsOf(date: PlainDate): Parts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const isReal = year >= 1 && month >= 1 && day >= 1 && day <= monthLength(year, month);
  return isReal ? { year, month, day } : undefined;
}

/** Whether the text is a day that exists: 2024-02-29 is, 2023-02-29 is not. */
export function isPlainDate(date: string): date is PlainDate {
  return partsOf(date) !== undefined;
}

/** Days since the last day before year 1, so that two day numbers can be subtracted. */
function ordinal({ year, month, day }: Parts): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leapDays + day;
  for (let m = 1; m < month; m += 1) days += monthLength(year, m);
  return days;
}

/** Whole days from one day to another; negative backwards; undefined when either does not exist. */
export function daysBetween(from: PlainDate, to: PlainDate): number | undefined {
  const [start, end] = [partsOf(from), partsOf(to)];
  return start && end ? ordinal(end) - ordinal(start) : undefined;
}

/**
 * The corresponding day some months later; when that month is too short, its last day: one month
 * after 31 January is 28 or 29 February, twelve months after 29 February is 28 February.
 * Undefined when the day does not exist or the answer lies beyond year 9999.
 */
export function addMonths(date: PlainDate, months: number): PlainDate | undefined {
  const parts = partsOf(date);
  if (parts === undefined) return undefined;
  const total = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return written({ year, month, day: Math.min(parts.day, monthLength(year, month)) });
}

/** The day some days later. Undefined when the day does not exist or the answer is out of range. */
export function addDays(date: PlainDate, days: number): PlainDate | undefined {
  const parts = partsOf(date);
  if (parts === undefined) return undefined;
  let { year, month } = parts;
  let day = parts.day + days;
  while (day > monthLength(year, month)) {
    day -= monthLength(year, month);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return day >= 1 ? written({ year, month, day }) : undefined;
}

function written({ year, month, day }: Parts): PlainDate | undefined {
  if (year < 1 || year > 9999) return undefined;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
