/** A clock that stands still until a test moves it. */
import type { Clock } from '../../src/platform/clock.ts';

export interface TestClock extends Clock {
  set(moment: string): void;
  advanceDays(days: number): void;
}

/** Starts at the given moment (ISO 8601). */
export function testClock(start = '2026-11-16T08:00:00.000Z'): TestClock {
  let present = new Date(start);
  return {
    now: () => new Date(present),
    set: (moment) => {
      present = new Date(moment);
    },
    advanceDays: (days) => {
      present = new Date(present.getTime() + days * 86_400_000);
    },
  };
}
