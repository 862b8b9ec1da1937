/**
 * Takes promised goods out of their bins: into the packing area, on the shipment that gathers for
 * their destination, or straight to the destination when it is in the same site. Which promises are
 * meant has been found out before.
 */
import {
  findLocationOfKind,
  type Pile,
  type PostingLine,
  postEntry,
  release,
  reserve,
} from '../../inventory/index.ts';
import { allocationsPicked, lockAllocations, type PickResult } from '../../orders/index.ts';
import type { Work } from '../../platform/work.ts';
import { allocationSource } from '../allocation-source.rules.ts';
import { shipmentsErrors } from '../errors.ts';
import { addLines, type NewLine } from '../lines.store.ts';
import { noteContents } from '../send.ts';
import { lockCollectingShipment, type ShipmentRow } from '../store.ts';
import type { WantedPick } from './find-picks.ts';
import { wayOf } from './way.rules.ts';

type Locked = Awaited<ReturnType<typeof lockAllocations>>[number];

/** A locked promise, and how many pieces of it are taken. */
export interface Taking {
  readonly wanted: WantedPick;
  readonly held: Locked & { readonly pile: Pile; readonly reservationId: string };
  readonly quantity: number;
  /** Why it is less than was promised; null when it is not. */
  readonly reason: string | null;
}

/** What was taken, and where it is now. */
export interface Taken {
  readonly taking: Taking;
  /** Null when it was handed over at its destination. */
  readonly shipment: ShipmentRow | null;
  readonly result: PickResult;
}

/**
 * Locks the promises; of two pickers who mean one, the second is told so.
 * @throws shipments.taken-meanwhile
 */
export async function lockTakings(
  work: Work,
  wanted: readonly WantedPick[],
): Promise<Omit<Taking, 'quantity' | 'reason'>[]> {
  const locked = await lockAllocations(
    work,
    wanted.map(({ row }) => row.allocationId),
  );
  const byId = new Map(locked.map((one) => [one.id, one]));
  return wanted.map((one) => {
    const held = byId.get(one.row.allocationId);
    if (held === undefined || held.state !== 'held') {
      throw shipmentsErrors.error('taken-meanwhile', {
        order: one.row.orderNumber,
        partNumber: one.row.partNumber,
      });
    }
    const { pile, reservationId } = held;
    if (pile === null || reservationId === null) throw shipmentsErrors.error('taken-meanwhile');
    return { wanted: one, held: { ...held, pile, reservationId } };
  });
}

/** The piece and hold to use up; a piece taken instead of the held one is held first. */
async function holdOf(work: Work, { held, wanted }: Taking) {
  const { insteadSerialId } = wanted;
  if (insteadSerialId === null) return { holdId: held.reservationId, serialId: held.serialId };
  await release(work, [held.reservationId]);
  const document = allocationSource(held.id);
  const wish = { pile: held.pile, quantity: 1, serialId: insteadSerialId, document };
  const [holdId = null] = await reserve(work, [{ ...wish, expiresAt: null }]);
  return { holdId, serialId: insteadSerialId };
}

interface Posted {
  readonly taking: Taking;
  readonly to: Pile;
  readonly serialId: string | null;
}

async function post(
  work: Work,
  takings: readonly Taking[],
  to: { readonly locationId: string; readonly document: string; readonly siteId: string },
): Promise<Posted[]> {
  const posted: Posted[] = [];
  const lines: PostingLine[] = [];
  for (const taking of takings) {
    const from = taking.held.pile;
    const { holdId, serialId } = await holdOf(work, taking);
    const target = { ...from, locationId: to.locationId, handlingUnitId: null };
    lines.push({ from, to: target, quantity: taking.quantity, serialId, holdId });
    posted.push({ taking, to: target, serialId });
  }
  const { document, siteId } = to;
  await postEntry(work, { kind: 'pick', document, siteId, reason: null, lines });
  return posted;
}

/** Straight to the destination; goods that lie there already only lose their hold. */
async function handOver(work: Work, takings: readonly Taking[]): Promise<void> {
  const [first] = takings;
  if (first === undefined) return;
  const { destinationId, orderNumber, siteId } = first.held;
  const there = takings.filter(({ held }) => held.pile.locationId === destinationId);
  if (there.length > 0)
    await release(
      work,
      there.map(({ held }) => held.reservationId),
    );
  const moved = takings.filter(({ held }) => held.pile.locationId !== destinationId);
  if (moved.length === 0) return;
  await post(work, moved, { locationId: destinationId, document: orderNumber, siteId });
}

async function packingArea(work: Work, siteId: string): Promise<string> {
  const found = await findLocationOfKind(work.db, siteId, 'shipping');
  if (found === null) throw shipmentsErrors.error('site-has-no-packing-area');
  return found.id;
}

/** Into the packing area, held there again, as lines of the shipment. */
async function gather(work: Work, row: ShipmentRow, takings: readonly Taking[]) {
  const locationId = await packingArea(work, row.fromSiteId);
  const to = { locationId, document: row.number, siteId: row.fromSiteId };
  const posted = await post(work, takings, to);
  const holds = await reserve(
    work,
    posted.map(({ taking, to: pile, serialId }) => ({
      pile,
      quantity: taking.quantity,
      serialId,
      document: allocationSource(taking.held.id),
      expiresAt: null,
    })),
  );
  const lines = posted.map(
    ({ taking, to: pile, serialId }, index): NewLine => ({
      shipmentId: row.id,
      source: allocationSource(taking.held.id),
      allocationId: taking.held.id,
      ...pile,
      quantity: taking.quantity,
      serialId,
      reservationId: holds[index] ?? null,
      pickedFromId: taking.held.pile.locationId,
      destinationId: taking.held.destinationId,
    }),
  );
  await addLines(work, lines);
  await noteContents(work, row);
  return new Map(posted.map(({ taking }, index) => [taking.held.id, holds[index] ?? null]));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function takeAway(work: Work, takings: readonly Taking[]) {
  const shipments = new Map<string, ShipmentRow>();
  const holds = new Map<string, string | null>();
  const ways = takings.map((taking) => {
    return { taking, way: wayOf({ ...taking.wanted.row, siteId: taking.held.siteId }) };
  });
  const local = ways.filter(({ way }) => way === null).map(({ taking }) => taking);
  for (const [, group] of grouped(local, ({ held }) => held.orderId)) await handOver(work, group);
  const far = ways.flatMap(({ taking, way }) => (way === null ? [] : [{ taking, way }]));
  for (const [, group] of grouped(far, ({ way }) => JSON.stringify(way))) {
    const [first] = group;
    if (first === undefined) continue;
    const row = await lockCollectingShipment(work, first.way);
    const kept = await gather(
      work,
      row,
      group.map(({ taking }) => taking),
    );
    for (const [allocationId, holdId] of kept) {
      holds.set(allocationId, holdId);
      shipments.set(allocationId, row);
    }
  }
  return { shipments, holds };
}

/**
 * Takes the goods and tells the orders. A taking of 0 only gives the promise up.
 * @throws shipments.site-has-no-packing-area, and what the ledger and the orders refuse
 */
export async function takeGoods(work: Work, takings: readonly Taking[]): Promise<Taken[]> {
  const { shipments, holds } = await takeAway(
    work,
    takings.filter(({ quantity }) => quantity > 0),
  );
  const results = await allocationsPicked(
    work,
    takings.map(({ held, quantity, reason }) => {
      return { allocationId: held.id, quantity, reservationId: holds.get(held.id) ?? null, reason };
    }),
  );
  const [gathered] = shipments.values();
  if (gathered !== undefined) work.about(`shipment:${gathered.id}`);
  const byId = new Map(results.map((result) => [result.allocationId, result]));
  return takings.flatMap((taking) => {
    const result = byId.get(taking.held.id);
    const shipment = shipments.get(taking.held.id) ?? null;
    return result === undefined ? [] : [{ taking, shipment, result }];
  });
}
