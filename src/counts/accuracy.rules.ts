/**
 * What a count says about the books: how many lines were right, and what the differences are worth.
 * Pure.
 */

/** One settled line. */
interface SettledLine {
  readonly difference: number;
  readonly valueMinor: number | null;
  readonly isRight: boolean;
}

/** The report of one count. */
export interface Accuracy {
  readonly lines: number;
  readonly right: number;
  /** Lines right out of a thousand lines; null without lines. */
  readonly perMille: number | null;
  /** Sum of the values with their signs, and without. */
  readonly netMinor: number;
  readonly grossMinor: number;
  /** Lines with a difference whose part has no cost: not in the sums. */
  readonly unvalued: number;
}

/** Adds settled lines up. Lines that were cancelled must not be among them. */
export function accuracyOf(lines: readonly SettledLine[]): Accuracy {
  const right = lines.filter(({ isRight }) => isRight).length;
  const wrong = lines.filter(({ isRight }) => !isRight);
  const values = wrong.map(({ valueMinor }) => valueMinor ?? 0);
  return {
    lines: lines.length,
    right,
    perMille: lines.length === 0 ? null : Math.floor((right * 1000) / lines.length),
    netMinor: values.reduce((sum, value) => sum + value, 0),
    grossMinor: values.reduce((sum, value) => sum + Math.abs(value), 0),
    unvalued: wrong.filter((one) => one.valueMinor === null && one.difference !== 0).length,
  };
}
