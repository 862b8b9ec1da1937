/**
 * A statement as plain text with numbered places, for what is sent with every call: its text is put
 * together once for each place in the program, not once for each call. Knows nothing of what it says.
 */

/** A statement and the values for its places. */
export interface Statement {
  readonly text: string;
  readonly args: readonly unknown[];
}

const texts = new WeakMap<TemplateStringsArray, string>();

function textOf(strings: TemplateStringsArray): string {
  const known = texts.get(strings);
  if (known !== undefined) return known;
  const text = strings.reduce((before, part, at) => `${before}$${at}${part}`);
  texts.set(strings, text);
  return text;
}

/**
 * Writes a statement. Every `${…}` is a value, sent apart from the text; a text, a number, a boolean or
 * null. Give a place its type (`::uuid`) where the server cannot know it.
 * @example rowsOf(statement`select name from kiln where id = ${id}::uuid`)
 */
export function statement(
  strings: TemplateStringsArray,
  ...args: readonly (string | number | boolean | null)[]
): Statement {
  return { text: textOf(strings), args };
}
