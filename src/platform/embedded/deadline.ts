/**
 * Waiting with an end: how long a start may take, and short pauses between two looks.
 */
import { setTimeout as pause } from 'node:timers/promises';

export interface Deadline {
  readonly seconds: number;
  passed(): boolean;
}

/** A deadline that many seconds from now, on the clock that never jumps. */
export function deadlineIn(seconds: number): Deadline {
  const end = performance.now() + seconds * 1000;
  return { seconds, passed: () => performance.now() > end };
}

/** Pauses for some milliseconds. */
export async function nap(milliseconds: number): Promise<void> {
  await pause(milliseconds);
}
