/** What a change of a part says beyond what was so before. Knows names and values only. */

/** Names that say nothing to a reader: which row, which version, and what is too large to keep. */
const silent = new Set(['partId', 'relationId', 'modelId', 'fileId', 'version']);

function isNothing(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return value === null || value === undefined || value === '' || isEmptyList;
}

/**
 * The entries that tell something: with a state before, those that became different, cleared ones
 * included; without, those that are not empty.
 */
export function differences(
  said: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | null,
): Record<string, unknown> {
  const kept = Object.entries(said).filter(([name, value]) => {
    if (silent.has(name) || value === '(not recorded)') return false;
    if (before === null) return !isNothing(value);
    const was = before[name];
    return JSON.stringify(value ?? null) !== JSON.stringify(was ?? null);
  });
  return Object.fromEntries(kept);
}
