/**
 * Reads and writes counts and their bins. A document is locked before its bins, bins before lines, in
 * id order; nothing outside the caller's sites exists for him.
 */
import { and, asc, eq, sql } from 'drizzle-orm';
import { regionStates, type StoredFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import { countBinFlow } from './count-bin.machine.ts';
import type { CountTally } from './counting.vocabulary.ts';
import { countsErrors } from './errors.ts';
import { stockCountFlow } from './stock-count.machine.ts';
import { countBin, stockCount } from './tables.ts';

export type CountRow = typeof stockCount.$inferSelect;
export type BinRow = typeof countBin.$inferSelect;

/** The count, locked. @throws counts.unknown-count, counts.version-changed */
export async function lockCount(
  work: Work,
  countId: string,
  version: number | null = null,
): Promise<CountRow> {
  const missing = countsErrors.error('unknown-count');
  const [row] = await work.db
    .select()
    .from(stockCount)
    .where(eq(stockCount.id, countId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  if (version !== null && version !== row.version) {
    throw countsErrors.error('version-changed', { state: row.state });
  }
  return row;
}

/** The count without a lock. @throws counts.unknown-count */
export async function getCountRow(read: Read, countId: string): Promise<CountRow> {
  const missing = countsErrors.error('unknown-count');
  const [row] = await read.db.select().from(stockCount).where(eq(stockCount.id, countId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

/** Adds a count, numbered, in the name of the acting person. */
export async function addCount(
  work: Work,
  values: Pick<
    typeof stockCount.$inferInsert,
    | 'siteId'
    | 'kind'
    | 'choice'
    | 'note'
    | 'document'
    | 'tolerancePieces'
    | 'tolerancePercent'
    | 'toleranceValueMinor'
  >,
  stored: StoredFlow,
): Promise<{ id: string; number: string }> {
  const number = await nextNumber(work.db, { sequence: 'stock_count_number_seq', prefix: 'CNT' });
  const named = { id: work.newId(), number };
  await work.db.insert(stockCount).values({
    ...values,
    ...named,
    ...columnsOf(stored),
    state: regionOf(regionStates(stockCountFlow, stored), 'top'),
    version: 1,
    createdAt: work.now,
    createdById: work.actor.id,
    createdByName: work.actor.name,
  });
  return named;
}

/** Writes where the count now stands. */
export async function saveCount(
  work: Work,
  row: CountRow,
  place: { readonly stored: StoredFlow; readonly isDone: boolean },
  changes: Partial<Pick<CountRow, 'cancelReason'>> = {},
): Promise<CountRow> {
  const closed = place.isDone ? { closedAt: work.now, closedByName: work.actor.name } : {};
  const [saved] = await work.db
    .update(stockCount)
    .set({
      ...changes,
      ...closed,
      ...columnsOf(place.stored),
      state: regionOf(regionStates(stockCountFlow, place.stored), 'top'),
      version: sql`${stockCount.version} + 1`,
    })
    .where(and(eq(stockCount.id, row.id), eq(stockCount.version, row.version)))
    .returning();
  if (saved === undefined) throw countsErrors.error('version-changed', { state: row.state });
  return saved;
}

/** Adds the bins of a count, in the order in which they are walked. */
export async function addBins(
  work: Work,
  count: { readonly id: string; readonly siteId: string },
  bins: readonly { readonly locationId: string; readonly partId: string | null }[],
  stored: StoredFlow,
): Promise<void> {
  const state = regionOf(regionStates(countBinFlow, stored), 'top');
  const { id: countId, siteId } = count;
  const flow = { ...columnsOf(stored), state, version: 1 };
  for (let start = 0; start < bins.length; start += 200) {
    await work.db.insert(countBin).values(
      bins.slice(start, start + 200).map(({ locationId, partId }, at) => {
        const position = start + at + 1;
        return { ...flow, id: work.newId(), countId, siteId, locationId, partId, position };
      }),
    );
  }
}

/** The bin, locked. @throws counts.unknown-bin */
export async function lockBin(work: Work, binId: string): Promise<BinRow> {
  const missing = countsErrors.error('unknown-bin');
  const [row] = await work.db
    .select()
    .from(countBin)
    .where(eq(countBin.id, binId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  return row;
}

/** The bin without a lock. @throws counts.unknown-bin */
export async function getBinRow(read: Read, binId: string): Promise<BinRow> {
  const missing = countsErrors.error('unknown-bin');
  const [row] = await read.db.select().from(countBin).where(eq(countBin.id, binId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

/** The count of a bin and the bin, both locked in this order. */
export async function lockCountAndBin(
  work: Work,
  binId: string,
): Promise<{ count: CountRow; bin: BinRow }> {
  const { countId } = await getBinRow(work, binId);
  const count = await lockCount(work, countId);
  return { count, bin: await lockBin(work, binId) };
}

/** All bins of a count, locked in id order. */
export function lockBins(work: Work, countId: string): Promise<BinRow[]> {
  return work.db
    .select()
    .from(countBin)
    .where(eq(countBin.countId, countId))
    .orderBy(asc(countBin.id))
    .for('no key update');
}

/** Columns a command may set beside the flow of a bin. */
export type BinChanges = Partial<
  Pick<BinRow, 'pass' | 'countedById' | 'countedByName' | 'openedAt' | 'finishedAt'>
>;

/** Writes where a bin now stands. */
export async function saveBin(
  work: Work,
  row: BinRow,
  stored: StoredFlow,
  changes: BinChanges = {},
): Promise<BinRow> {
  const [saved] = await work.db
    .update(countBin)
    .set({
      ...changes,
      ...columnsOf(stored),
      state: regionOf(regionStates(countBinFlow, stored), 'top'),
      version: sql`${countBin.version} + 1`,
    })
    .where(and(eq(countBin.id, row.id), eq(countBin.version, row.version)))
    .returning();
  if (saved === undefined) throw countsErrors.error('version-changed', { state: row.state });
  return saved;
}

/** What the count's machine is told of its bins and lines. */
export async function tallyOf(read: Pick<Read, 'db'>, countId: string): Promise<CountTally> {
  const rows = await read.db.execute<Record<string, unknown> & CountTally>(sql`
    select (select count(*) from count_bin b where b.count_id = ${countId}::uuid)::int as bins,
           (select count(*) from count_bin b where b.count_id = ${countId}::uuid
              and b.pass = 0)::int as "binsUntouched",
           (select count(*) from count_bin b where b.count_id = ${countId}::uuid
              and b.state in ('waiting', 'counting'))::int as "binsLeft",
           (select count(*) from count_line l where l.count_id = ${countId}::uuid
              and l.state in ('counting', 'to-recount'))::int as "toRecount",
           (select count(*) from count_line l where l.count_id = ${countId}::uuid
              and l.state = 'to-approve')::int as "toApprove",
           (select count(*) from count_line l where l.count_id = ${countId}::uuid
              and l.state = 'posted')::int as posted`);
  const [row] = rows;
  const none = { bins: 0, binsUntouched: 0, binsLeft: 0, toRecount: 0, toApprove: 0, posted: 0 };
  return row === undefined ? none : { ...none, ...row };
}
