/**
 * Reads and writes discrepancies and what was decided about them. A discrepancy is locked while a
 * command acts on it; both the site that found it and the one that sent the goods see it.
 */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { covers } from '../platform/actor.ts';
import { regionStates, type StoredFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import type { Read, Work } from '../platform/work.ts';
import { discrepancyFlow } from './discrepancy.machine.ts';
import type { Outcome } from './discrepancy.vocabulary.ts';
import { receiptsErrors } from './errors.ts';
import { discrepancy, settlement } from './tables.ts';

export type DiscrepancyRow = typeof discrepancy.$inferSelect;

/** The discrepancy, locked. @throws receipts.unknown-discrepancy, version-changed */
export async function lockDiscrepancy(
  work: Work,
  discrepancyId: string,
  version: number | null = null,
): Promise<DiscrepancyRow> {
  const [row] = await work.db
    .select()
    .from(discrepancy)
    .where(eq(discrepancy.id, discrepancyId))
    .for('no key update');
  if (row === undefined || !maySee(work, row)) throw receiptsErrors.error('unknown-discrepancy');
  if (version !== null && version !== row.version) {
    throw receiptsErrors.error('version-changed', { code: row.number, state: row.state });
  }
  return row;
}

/** The discrepancy without a lock. @throws receipts.unknown-discrepancy */
export async function getDiscrepancyRow(
  read: Read,
  discrepancyId: string,
): Promise<DiscrepancyRow> {
  const [row] = await read.db.select().from(discrepancy).where(eq(discrepancy.id, discrepancyId));
  if (row === undefined || !maySee(read, row)) throw receiptsErrors.error('unknown-discrepancy');
  return row;
}

/** Open shortages that name these lines, locked. */
export async function lockShortages(
  work: Work,
  sources: readonly string[],
): Promise<DiscrepancyRow[]> {
  if (sources.length === 0) return [];
  return work.db
    .select()
    .from(discrepancy)
    .where(
      and(
        inArray(discrepancy.source, [...sources]),
        eq(discrepancy.kind, 'short'),
        isNull(discrepancy.closedAt),
      ),
    )
    .orderBy(asc(discrepancy.id))
    .for('no key update');
}

/** Whether the caller works where it was found or where it was sent from. */
function maySee(
  read: Pick<Read, 'scopes'>,
  row: Pick<DiscrepancyRow, 'siteId' | 'fromSiteId'>,
): boolean {
  return [row.siteId, row.fromSiteId].some((id) => id !== null && covers(read.scopes, id));
}

/** The state column of a stored flow. */
function stateOf(stored: StoredFlow): string {
  return regionOf(regionStates(discrepancyFlow, stored), 'top');
}

/** What a new discrepancy says. */
export type NewDiscrepancy = Omit<
  typeof discrepancy.$inferInsert,
  | 'id'
  | 'number'
  | 'createdAt'
  | 'reportedById'
  | 'reportedByName'
  | 'state'
  | 'version'
  | 'machine'
  | 'machineVersion'
  | 'machineHash'
  | 'snapshot'
> & { readonly stored: StoredFlow };

/** Adds discrepancies, numbered, in the name of the acting person; answers them in the order given. */
export async function addDiscrepancies(
  work: Work,
  news: readonly NewDiscrepancy[],
): Promise<DiscrepancyRow[]> {
  if (news.length === 0) return [];
  const numbers = await work.db.execute<{ n: number }>(sql`
    select nextval('discrepancy_number_seq') as n from generate_series(1, ${news.length}::int)`);
  const rows = news.map(({ stored, ...values }, at) => ({
    ...values,
    ...columnsOf(stored),
    id: work.newId(),
    number: `DSC-${String(numbers[at]?.n ?? 0).padStart(6, '0')}`,
    state: stateOf(stored),
    version: 1,
    createdAt: work.now,
    reportedById: work.actor.id,
    reportedByName: work.actor.name,
  }));
  const added = await work.db.insert(discrepancy).values(rows).returning();
  const byId = new Map(added.map((row) => [row.id, row]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Columns a command may set beside the flow. */
export type DiscrepancyChanges = Partial<
  Pick<DiscrepancyRow, 'settled' | 'ownerId' | 'ownerName' | 'closedAt'>
>;

/** Writes where a locked discrepancy stands now. */
export async function saveDiscrepancy(
  work: Work,
  row: DiscrepancyRow,
  changes: DiscrepancyChanges,
  stored?: StoredFlow,
): Promise<DiscrepancyRow> {
  const place = stored === undefined ? {} : { ...columnsOf(stored), state: stateOf(stored) };
  const [saved] = await work.db
    .update(discrepancy)
    .set({ ...changes, ...place, version: sql`${discrepancy.version} + 1` })
    .where(and(eq(discrepancy.id, row.id), eq(discrepancy.version, row.version)))
    .returning();
  if (saved === undefined) {
    throw receiptsErrors.error('version-changed', { code: row.number, state: row.state });
  }
  return saved;
}

/** Adds what was decided about pieces of a discrepancy. */
export async function addSettlements(
  work: Work,
  decided: readonly {
    readonly discrepancyId: string;
    readonly outcome: Outcome;
    readonly quantity: number;
    readonly reason: string;
    readonly entryId: string | null;
  }[],
): Promise<void> {
  if (decided.length === 0) return;
  await work.db.insert(settlement).values(
    decided.map((one) => ({
      ...one,
      id: work.newId(),
      settledById: work.actor.id,
      settledByName: work.actor.name,
      settledAt: work.now,
    })),
  );
}

/** The name of a person who may still sign in; null when there is none. */
export async function nameOfPerson(read: Read, personId: string): Promise<string | null> {
  const rows = await read.db.execute<{ name: string }>(sql`
    select display_name as name from person
    where id = ${personId}::uuid and disabled_at is null`);
  return rows[0]?.name ?? null;
}

/** The entry that wrote a line of a shipment off last; null when none did. */
export async function lossEntryOf(read: Read, lineId: string): Promise<string | null> {
  const rows = await read.db.execute<{ id: string }>(sql`
    select entry_id as id from shipment_loss where line_id = ${lineId}::uuid
    order by lost_at desc, id desc limit 1`);
  return rows[0]?.id ?? null;
}
