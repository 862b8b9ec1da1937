/**
 * How a report is searched: every word typed must be found, in any order, wherever it stands; dashes,
 * blanks and capital letters do not matter. What is found nowhere may still be nearly right: the
 * likeness of two texts is the share of letter triples they have in common. Pure.
 */

/** A text as it is compared: upper case, full-width signs folded, without blanks and dashes. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-_./]/g, '');
}

/** The words of a search, folded; none for an empty one. */
export function wordsOf(search: string): readonly string[] {
  return [...new Set(search.normalize('NFKC').split(/\s+/).map(folded))].filter(
    (one) => one !== '',
  );
}

function triples(text: string): Set<string> {
  const padded = `  ${folded(text)} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** From 0 (nothing in common) to 1 (the same). */
export function likeness(one: string, other: string): number {
  const [a, b] = [triples(one), triples(other)];
  const common = [...a].filter((triple) => b.has(triple)).length;
  return common / (a.size + b.size - common);
}

/** Below this two texts are held to have nothing to do with each other. */
const nearEnough = 0.3;

/** The things most like the search, best first. */
export function nearest<T>(
  search: string,
  things: readonly T[],
  {
    textsOf,
    max,
  }: { readonly textsOf: (thing: T) => readonly (string | null)[]; readonly max: number },
): readonly T[] {
  return things
    .map((thing) => {
      const scores = textsOf(thing).map((text) => (text === null ? 0 : likeness(search, text)));
      return { thing, score: Math.max(0, ...scores) };
    })
    .filter(({ score }) => score >= nearEnough)
    .sort((a, b) => b.score - a.score)
    .slice(0, max)
    .map(({ thing }) => thing);
}
