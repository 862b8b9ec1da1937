/** Turns what a person typed into a pattern for a search; knows nothing of what is searched. */

/** A pattern that finds `search` anywhere, its own wildcards taken literally. */
export function containing(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
