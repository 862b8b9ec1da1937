/**
 * A statement as plain text with numbered places, for what is sent with every call: its text is put
 * together once for each place in the program where it is written, not once for each call. Knows
 * nothing of what it says.
 */

/** A value for a place of a statement. */
type Value = string | number | boolean | null;

/** A statement and the values for its places. A part of one is written the same way. */
export interface Statement {
  readonly text: string;
  readonly args: readonly Value[];
  /** The text between the places, for putting it into another. */
  readonly pieces: readonly string[];
}

const texts = new WeakMap<readonly string[], string>();

function textOf(pieces: readonly string[]): string {
  const known = texts.get(pieces);
  if (known !== undefined) return known;
  const text = pieces.reduce((before, piece, at) => `${before}$${at}${piece}`);
  texts.set(pieces, text);
  return text;
}

function made(pieces: readonly string[], args: readonly Value[]): Statement {
  return {
    pieces,
    args,
    get text() {
      return textOf(pieces);
    },
  };
}

const isPart = (value: Value | Statement): value is Statement =>
  typeof value === 'object' && value !== null;

/** The pieces of a statement with parts, kept by the pieces of all of them: few ways to combine exist. */
const combined = new WeakMap<readonly string[], Map<string, readonly string[]>>();
const numbers = new WeakMap<readonly string[], number>();
let numbered = 0;

function numberOf(pieces: readonly string[]): number {
  const known = numbers.get(pieces);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(pieces, numbered);
  return numbered;
}

function combine(
  strings: readonly string[],
  values: readonly (Value | Statement)[],
): readonly string[] {
  const key = values.map((value) => (isPart(value) ? numberOf(value.pieces) : '')).join();
  const ways = combined.get(strings) ?? new Map<string, readonly string[]>();
  combined.set(strings, ways);
  const known = ways.get(key);
  if (known !== undefined) return known;
  const pieces = [strings[0] ?? ''];
  const append = (text: string) => pieces.push((pieces.pop() ?? '') + text);
  for (const [at, value] of values.entries()) {
    if (isPart(value)) {
      append(value.pieces[0] ?? '');
      pieces.push(...value.pieces.slice(1));
      append(strings[at + 1] ?? '');
    } else pieces.push(strings[at + 1] ?? '');
  }
  ways.set(key, pieces);
  return pieces;
}

/**
 * Writes a statement. Every `${…}` is a value, sent apart from the text, or a part written the same
 * way. Give a place its type (`::uuid`) where the server cannot know it.
 * @example rows(statement`select name from kiln where id = ${id}::uuid ${statement`limit 1`}`)
 */
export function statement(
  strings: TemplateStringsArray,
  ...values: readonly (Value | Statement)[]
): Statement {
  if (!values.some(isPart)) return made(strings, values as readonly Value[]);
  const args = values.flatMap((value) => (isPart(value) ? value.args : [value]));
  return made(combine(strings, values), args);
}
