/**
 * How far the clocks of a time zone are from UTC at an instant, from the tables of the runtime. Knows
 * zones and nothing of calendars; the rules are handed the function.
 */

/** Whether the runtime knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

// Every change of clocks falls on a quarter of an hour, so an offset holds for one.
const quarterMs = 900_000;
const minuteMs = 60_000;

/**
 * The offset function of a zone, in minutes ahead of UTC. It remembers what it has looked up, so make
 * one for a piece of work and let it go.
 * @throws RangeError for a name the runtime does not know
 */
export function offsetsOf(timeZone: string): (instant: number) => number {
  if (timeZone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const known = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / quarterMs);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    const at = quarter * quarterMs;
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
    );
    const offset = Math.round((local - at) / minuteMs);
    known.set(quarter, offset);
    return offset;
  };
}
