/**
 * The order in which a label's texts give way. Knows sizes only, and no label.
 */

export interface TypeAttempt {
  /** Factor on the stock's type sizes. */
  readonly scale: number;
  /** Lines a name may take before it ends in an ellipsis. */
  readonly nameLines: number;
}

/** Down to this factor a whole name is worth more than large type. */
const scaleForNames = 0.8;

/** First smaller type with names of up to three lines, then any size with names cut after two lines or one. */
export function typeAttempts(scales: readonly number[]): readonly TypeAttempt[] {
  const withLines = (lines: readonly number[]) => (scale: number) =>
    lines.map((nameLines) => ({ scale, nameLines }));
  return [
    ...scales.filter((scale) => scale >= scaleForNames).flatMap(withLines([3, 2])),
    ...scales.flatMap(withLines([2, 1])),
  ];
}
