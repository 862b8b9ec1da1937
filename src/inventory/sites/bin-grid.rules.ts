/**
 * Codes of many bins from one pattern, in the order in which somebody walks past them. A range stands
 * in braces: `A-{01..20}-{1..4}` has twenty bays of four levels. Pure.
 */

/** Most bins that are added at a time. */
export const binsMax = 5000;

const codeShape = /^[\x21-\x7e]{1,40}$/;

type Values = readonly string[];

/** A text that stays, or the values of a range. */
interface Segment {
  readonly isRange: boolean;
  readonly values: Values;
}

/** How the bins are walked. */
export interface Walk {
  /** Every row in the direction opposite to the one before, as one walks it; else always forwards. */
  readonly isSnake: boolean;
  /** Begins at the far end of the first range. */
  readonly startsAtEnd: boolean;
}

/** The codes in walking order, or why there are none. */
export type BinGrid =
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'unreadable'; readonly at: string }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'repeated'; readonly codes: readonly string[] };

function numbers(first: string, last: string): Values | null {
  const [from, to] = [Number(first), Number(last)];
  const isPadded = first.length > 1 && first.startsWith('0');
  if (isPadded && first.length !== last.length) return null;
  if (from > to || to - from >= 1_000_000) return null;
  const width = isPadded ? first.length : 1;
  // More values than bins are refused anyway; one more is enough to be counted as too many.
  const length = Math.min(to - from + 1, binsMax + 1);
  return Array.from({ length }, (_, n) => String(from + n).padStart(width, '0'));
}

function letters(first: string, last: string): Values | null {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  if (from > to) return null;
  return Array.from({ length: to - from + 1 }, (_, n) => String.fromCharCode(from + n));
}

function rangeOf(text: string): Values | null {
  const [, first = '', last = ''] = /^\{(\d{1,9})\.\.(\d{1,9})\}$/.exec(text) ?? [];
  if (first !== '') return numbers(first, last);
  const [, a = '', z = ''] =
    /^\{([A-Z])\.\.([A-Z])\}$/.exec(text) ?? /^\{([a-z])\.\.([a-z])\}$/.exec(text) ?? [];
  return a === '' ? null : letters(a, z);
}

function segmentsOf(pattern: string): { segments: Segment[]; bad: string | null } {
  const texts = pattern.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? [];
  const segments: Segment[] = [];
  for (const text of texts) {
    const isRange = /[{}]/.test(text);
    const values = isRange ? rangeOf(text) : [text];
    if (values === null) return { segments, bad: text };
    segments.push({ isRange, values });
  }
  return { segments, bad: null };
}

function directed(values: Values, isBackwards: boolean): Values {
  return isBackwards ? [...values].reverse() : values;
}

/**
 * Codes in walking order. The last range is the level: at every stop it is taken from the bottom up,
 * whichever way one walks.
 */
function walkCodes(segments: readonly Segment[], walk: Walk): string[] {
  const isRange = segments.map((segment) => segment.isRange);
  const first = isRange.indexOf(true);
  const level = isRange.lastIndexOf(true);
  const turns = segments.map<number>((_, at) => (walk.startsAtEnd && at === first ? 1 : 0));
  const codes: string[] = [];
  const step = (at: number, before: string): void => {
    const values = segments[at]?.values;
    if (values === undefined) {
      codes.push(before);
      return;
    }
    const turn = turns[at] ?? 0;
    const isTurning = walk.isSnake || at === first;
    const isLevel = at === level && level !== first;
    turns[at] = turn + 1;
    for (const value of directed(values, isTurning && !isLevel && turn % 2 === 1)) {
      step(at + 1, before + value);
    }
  };
  step(0, '');
  return codes;
}

/** The bins of a pattern. */
export function binGrid(pattern: string, walk: Walk): BinGrid {
  const { segments, bad } = segmentsOf(pattern);
  if (bad !== null || segments.length === 0) return { kind: 'unreadable', at: bad ?? pattern };
  const count = segments.reduce((product, { values }) => product * values.length, 1);
  if (count > binsMax) return { kind: 'too-many', count };
  const codes = walkCodes(segments, walk);
  const wrong = codes.find((code) => !codeShape.test(code));
  if (wrong !== undefined) return { kind: 'unreadable', at: wrong };
  const seen = new Set<string>();
  const repeated = codes.filter((code) => seen.size === seen.add(code).size);
  if (repeated.length > 0) return { kind: 'repeated', codes: [...new Set(repeated)] };
  return { kind: 'codes', codes };
}
