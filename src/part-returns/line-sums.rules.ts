/** Where the pieces of a return's lines are. Adds numbers up; knows no table and no state. */
import type { HowFar } from './return.vocabulary.ts';

/** The pieces of one line, counted. */
export interface LineSums {
  readonly quantity: number;
  readonly handed: number;
  readonly sent: number;
  readonly arrived: number;
  readonly lost: number;
  readonly inspected: number;
}

/** Pieces that are listed and still lie where they lay. */
export function listedOf({ quantity, handed, sent }: LineSums): number {
  return quantity - handed - sent;
}

/** Pieces on the way. */
export function onTheWayOf({ sent, arrived, lost }: LineSums): number {
  return sent - arrived - lost;
}

/** Pieces that came in and nobody has looked at. */
export function toInspectOf({ handed, arrived, inspected }: LineSums): number {
  return handed + arrived - inspected;
}

/** Whether nothing more comes of a line. */
export function isAllAnswered(line: LineSums): boolean {
  return listedOf(line) === 0 && onTheWayOf(line) === 0;
}

/** How far all lines together are. */
export function howFar(lines: readonly LineSums[]): HowFar {
  return {
    isAllGone: lines.every((line) => listedOf(line) === 0),
    isAllIn: lines.every((line) => onTheWayOf(line) === 0),
    isAllInspected: lines.every((line) => toInspectOf(line) === 0),
    isUntouched: lines.every(({ handed, sent }) => handed + sent === 0),
  };
}
