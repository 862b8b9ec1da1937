/**
 * Reads and writes shipments. A shipment is locked while a command acts on it and saved with its
 * version checked; who works at neither of its ends does not see it.
 */
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { covers } from '../platform/actor.ts';
import { invariant } from '../platform/errors.ts';
import { regionStates, type StoredFlow, startFlow } from '../platform/flow.ts';
import { columnsOf, regionOf } from '../platform/flow-row.ts';
import { nextNumber } from '../platform/numbering.ts';
import type { Read, Work } from '../platform/work.ts';
import { shipmentsErrors } from './errors.ts';
import { shipmentFlow } from './shipment.machine.ts';
import { shipment } from './tables.ts';

export type ShipmentRow = typeof shipment.$inferSelect;

/** Columns a command may set beside the flow. */
export type ShipmentChanges = Partial<
  Pick<
    ShipmentRow,
    | 'laneId'
    | 'mode'
    | 'carrier'
    | 'trackingNumber'
    | 'promisedAt'
    | 'collectingKey'
    | 'shippedAt'
    | 'shippedByName'
    | 'closedAt'
    | 'note'
  >
>;

/** Where a shipment goes: a site, perhaps past its dock to one place there, or a party. */
export interface Destination {
  readonly toSiteId: string | null;
  readonly toLocationId: string | null;
  readonly toPartyId: string | null;
  readonly shipTo: string | null;
}

/** What a new shipment is. */
export interface NewShipment extends Destination {
  readonly kind: 'transfer' | 'return' | 'supplier-return' | 'customer';
  readonly fromSiteId: string;
  readonly document?: string | null;
  readonly documentNumber?: string | null;
  readonly note?: string | null;
}

/** At which end of the way the caller works: where it leaves, where it arrives, or either. */
export type ShipmentEnd = 'from' | 'to' | 'either';

function mayAct(read: Read, row: ShipmentRow, end: ShipmentEnd): boolean {
  const ends = {
    from: [row.fromSiteId],
    to: [row.toSiteId],
    either: [row.fromSiteId, row.toSiteId],
  };
  return ends[end].some((siteId) => siteId !== null && covers(read.scopes, siteId));
}

/** The shipment without a lock. @throws shipments.unknown-shipment */
export async function getShipmentRow(
  read: Read,
  shipmentId: string,
  end: ShipmentEnd = 'either',
): Promise<ShipmentRow> {
  const [row] = await read.db.select().from(shipment).where(eq(shipment.id, shipmentId));
  if (row === undefined || !mayAct(read, row, end)) throw shipmentsErrors.error('unknown-shipment');
  return row;
}

/**
 * The shipment, locked. Lock what orders own of it before, and piles after it.
 * @throws shipments.unknown-shipment, version-changed
 */
export async function lockShipment(
  work: Work,
  shipmentId: string,
  how: { readonly end?: ShipmentEnd; readonly version?: number | null } = {},
): Promise<ShipmentRow> {
  const [row] = await work.db
    .select()
    .from(shipment)
    .where(eq(shipment.id, shipmentId))
    .for('no key update');
  if (row === undefined || !mayAct(work, row, how.end ?? 'either')) {
    throw shipmentsErrors.error('unknown-shipment');
  }
  const version = how.version ?? row.version;
  if (version !== row.version) {
    throw shipmentsErrors.error('version-changed', { code: row.number, state: row.state });
  }
  return row;
}

/** The state column of a stored flow. */
function stateOf(stored: StoredFlow): string {
  return regionOf(regionStates(shipmentFlow, stored), 'top');
}

/** Writes the shipment's new place; the row must still have the version it was read with. */
export async function saveShipment(
  work: Work,
  row: ShipmentRow,
  stored: StoredFlow,
  changes: ShipmentChanges,
): Promise<ShipmentRow> {
  const [saved] = await work.db
    .update(shipment)
    .set({
      ...changes,
      ...columnsOf(stored),
      state: stateOf(stored),
      version: sql`${shipment.version} + 1`,
    })
    .where(and(eq(shipment.id, row.id), eq(shipment.version, row.version)))
    .returning();
  if (saved === undefined) throw shipmentsErrors.error('version-changed', { code: row.number });
  return saved;
}

async function insertShipment(
  work: Work,
  wish: NewShipment,
  collectingKey: string | null,
): Promise<ShipmentRow | undefined> {
  const { stored } = startFlow(shipmentFlow, undefined);
  const series = { sequence: 'shipment_number_seq', prefix: 'SHP' };
  const [row] = await work.db
    .insert(shipment)
    .values({
      ...wish,
      id: work.newId(),
      number: await nextNumber(work.db, series),
      collectingKey,
      ...columnsOf(stored),
      state: stateOf(stored),
      version: 1,
      createdAt: work.now,
      createdById: work.actor.id,
      createdByName: work.actor.name,
    })
    .onConflictDoNothing({ target: shipment.collectingKey })
    .returning();
  return row;
}

/** Adds an empty shipment. */
export async function addShipment(work: Work, wish: NewShipment): Promise<ShipmentRow> {
  const row = await insertShipment(work, wish, null);
  invariant(row, 'a shipment that gathers for nobody is always added');
  return row;
}

function collectingKeyOf({ fromSiteId, toSiteId, toLocationId, shipTo }: NewShipment): string {
  const address = createHash('sha256')
    .update(shipTo ?? '')
    .digest('hex')
    .slice(0, 16);
  return [fromSiteId, toSiteId ?? '-', toLocationId ?? '-', address].join('|');
}

/**
 * The shipment in which goods for this way are gathered, locked; opened when there is none. Two
 * pickers at once get the same one: the second waits for the first to commit.
 */
export async function lockCollectingShipment(work: Work, wish: NewShipment): Promise<ShipmentRow> {
  const key = collectingKeyOf(wish);
  const find = async () => {
    const found = work.db.select().from(shipment).where(eq(shipment.collectingKey, key));
    return (await found.for('no key update'))[0];
  };
  const row = (await find()) ?? (await insertShipment(work, wish, key)) ?? (await find());
  // It was sent off between the insert that waited for it and the second look.
  if (row === undefined) throw shipmentsErrors.error('version-changed', { code: '', state: '' });
  return row;
}

/** Makes a site the end of a shipment that was meant for another; past no dock of it. */
export async function writeDestination(
  work: Work,
  row: ShipmentRow,
  toSiteId: string,
): Promise<ShipmentRow> {
  const [saved] = await work.db
    .update(shipment)
    .set({ toSiteId, toLocationId: null, version: sql`${shipment.version} + 1` })
    .where(and(eq(shipment.id, row.id), eq(shipment.version, row.version)))
    .returning();
  if (saved === undefined) throw shipmentsErrors.error('version-changed', { code: row.number });
  return saved;
}

/** From now on a locked shipment takes no more goods by itself; the next pick opens another one. */
export async function stopCollecting(work: Work, row: ShipmentRow): Promise<ShipmentRow> {
  if (row.collectingKey === null) return row;
  await work.db.update(shipment).set({ collectingKey: null }).where(eq(shipment.id, row.id));
  return { ...row, collectingKey: null };
}

/** How a lane carries goods, for what is written on a shipment. */
export async function laneWords(
  read: Read,
  laneId: string,
): Promise<{ mode: string; carrier: string | null } | null> {
  const rows = await read.db.execute<{ mode: string; carrier: string | null }>(sql`
    select mode, carrier from lane where id = ${laneId}::uuid`);
  return rows[0] ?? null;
}

/** Keeps what the packing slip said when the shipment left. */
export async function keepSlip(work: Work, shipmentId: string, slip: unknown): Promise<void> {
  await work.db.update(shipment).set({ slip }).where(eq(shipment.id, shipmentId));
}
