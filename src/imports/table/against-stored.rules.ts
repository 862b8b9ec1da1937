/**
 * Holds the rows of a file against those that are stored: which are new, which change something, which
 * say nothing new. Rows are equal when every cell would be written alike.
 */
import { type Columns, type Fault, fieldsOf, type SaidRow } from './read-table.rules.ts';
import { cellsOf } from './write-table.rules.ts';

export type News = 'new' | 'changed' | 'same';

/** A whole row of a file beside the stored one. */
export interface FileRow<R, S = R> {
  readonly row: number;
  readonly value: R;
  readonly stored: S | null;
  readonly news: News;
}

/** The key under which rows are the same row. */
function keyOf<R>(columns: Columns<R>, key: readonly (keyof R & string)[], row: R): string {
  return key.map((field) => columns[field].write(row[field])).join('\u0001');
}

function whole<R extends object>(columns: Columns<R>, said: Partial<R>, stored: R | null): R {
  const values = fieldsOf(columns).map((field) => {
    const { whenEmpty } = columns[field];
    const own = said[field];
    if (own !== undefined) return [field, own];
    if (stored !== null) return [field, stored[field]];
    return [field, whenEmpty.kind === 'refuse' ? undefined : whenEmpty.fallback];
  });
  // Every field is there: what must be said was, and everything else has a fallback.
  return Object.fromEntries(values) as R;
}

/**
 * Rows to whole rows. A row whose key stood in the file before is a fault.
 * @param key the fields that tell rows apart
 */
export function againstStored<R extends object, S extends R>(
  { columns, key }: { readonly columns: Columns<R>; readonly key: readonly (keyof R & string)[] },
  said: readonly SaidRow<R>[],
  stored: readonly S[],
): { readonly rows: readonly FileRow<R, S>[]; readonly faults: readonly Fault[] } {
  const known = new Map(stored.map((row) => [keyOf(columns, key, row), row]));
  const firstRow = new Map<string, number>();
  const faults: Fault[] = [];
  const rows: FileRow<R, S>[] = [];
  for (const { row, said: own } of said) {
    const named = keyOf(columns, key, whole(columns, own, null));
    const before = known.get(named) ?? null;
    const value = whole(columns, own, before);
    const first = firstRow.get(named);
    if (first !== undefined) {
      const params = { firstRow: first };
      const shown = named.split('\u0001').join(' · ');
      const field = key[0] ?? null;
      faults.push({
        row,
        field,
        value: shown,
        rule: 'duplicate-in-file',
        params,
        severity: 'error',
      });
      continue;
    }
    firstRow.set(named, row);
    rows.push({ row, value, stored: before, news: newsOf(columns, value, before) });
  }
  return { rows, faults };
}

function newsOf<R extends object>(columns: Columns<R>, value: R, stored: R | null): News {
  if (stored === null) return 'new';
  const before = cellsOf(columns, stored);
  const isSame = cellsOf(columns, value).every((cell, at) => cell === before[at]);
  return isSame ? 'same' : 'changed';
}
