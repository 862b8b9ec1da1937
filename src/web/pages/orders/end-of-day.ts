/** A day typed into a form means its last minute: what is needed that day may come until then. */

/** Rewrites the typed day as an instant. */
export function endOfDay(texts: Map<string, string[]>): void {
  const day = texts.get('neededBy')?.at(-1)?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) texts.set('neededBy', [`${day}T23:59:00.000Z`]);
}
