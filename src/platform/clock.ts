/**
 * Where "now" comes from. Everything that needs the time is handed a Clock, so that a test, the demo
 * and a replay can set it; nobody else asks the machine.
 */

/** Tells the present moment. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock, for the running product. */
export const systemClock: Clock = { now: () => new Date() };

/** The calendar day of a moment in UTC, as `YYYY-MM-DD`. */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The moment `seconds` after `moment`. */
export function addSeconds(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

/** The moment `days` whole days after `moment`. */
export function addDays(moment: Date, days: number): Date {
  return addSeconds(moment, days * 86_400);
}
