/**
 * Numbers that look like chance and repeat from a seed, for the demo data. It decides nothing about
 * parts; it must never be used where chance has to be unguessable.
 */

export interface SeededRandom {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** One of the given things. */
  pick<T>(things: readonly [T, ...T[]]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Log-normal: `median` times e to the power of `sigma` normal deviations. */
  logNormal(median: number, sigma: number): number;
}

/** A source of numbers that depends on `seed` alone: a counter whose bits are mixed. */
export function seededRandom(seed: number): SeededRandom {
  let counter = Math.imul(seed ^ 0x5bd1e995, 0x2c1b3c6d) >>> 0;
  const next = () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let bits = counter;
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    bits = Math.imul(bits ^ (bits >>> 13), 0x4c957f2d);
    return ((bits ^ (bits >>> 16)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  // Twelve uniform numbers less six: near enough to normal, and it never runs away.
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, each) => sum + each, -6);
  return {
    next,
    whole,
    pick: ([first, ...others]) => others[whole(0, others.length) - 1] ?? first,
    chance: (probability) => next() < probability,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}
