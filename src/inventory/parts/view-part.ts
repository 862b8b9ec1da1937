/** How a part is shown: its row with the codes and units that hang on it. */
import type { Read } from '../../platform/work.ts';
import type { LifeCycle, PartView } from './part-views.ts';
import { barcodesOf, type PartRow } from './store.ts';
import { unitsOf } from './units/store.ts';

/** The parts of these rows as the desks see them, in the same order. */
export async function viewParts(
  read: Pick<Read, 'db'>,
  rows: readonly PartRow[],
): Promise<PartView[]> {
  const ids = rows.map((row) => row.id);
  const [barcodes, units] = await Promise.all([barcodesOf(read.db, ids), unitsOf(read, ids)]);
  return rows.map(({ createdAt: _, updatedAt: __, retiredAt, ...row }) => ({
    ...row,
    // The columns' checks allow exactly these.
    tracking: row.tracking as PartView['tracking'],
    lifeCycle: row.lifeCycle as LifeCycle,
    retiredAt: retiredAt?.toISOString() ?? null,
    barcodes: barcodes.get(row.id) ?? [],
    units: units.get(row.id) ?? [],
  }));
}
