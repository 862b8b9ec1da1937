/**
 * Takes in what a shipment brings, the whole list, one box or piece by piece: lays what was counted
 * beside the list, takes it off the road, tells the shipment, and settles what was missed before. It
 * serves the dock, the van and the timer alike.
 */
import { findPieces, pieceKey, place } from '../inventory/index.ts';
import { lockAllocations } from '../orders/index.ts';
import type { Work } from '../platform/work.ts';
import {
  getShipmentRow,
  lockShipment,
  redirectShipment,
  type ShipmentRow,
  shipmentArrived,
} from '../shipments/index.ts';
import {
  type ArrivingLine,
  arrivingLines,
  dockOf,
  lastReceiver,
  siteCodeOf,
  toleratedOf,
} from './arrival.store.ts';
import { receiptsErrors } from './errors.ts';
import { everywhere } from './everywhere.ts';
import type { IncomingLine, IncomingTrouble } from './incoming.rules.ts';
import { type Counted, matchCounted, type Surplus, type Taken } from './match.rules.ts';
import { raiseDiscrepancy } from './raise-discrepancy.ts';
import { type RecordedReceipt, recordReceipt } from './record-receipt.ts';
import { settleShortages } from './settle-shortages.ts';

/** What somebody says arrived, and where he puts it. */
export interface ArrivalWish {
  readonly shipmentId: string;
  /** The site it is received at; the one it was sent to unless said. */
  readonly siteId: string | null;
  /** The place everything goes to; else each line's own van, bench or bin, or the dock. */
  readonly locationId: string | null;
  /** Chooses what is taken on the word of the list; null when `counted` says what came. */
  readonly chosen: ((lines: readonly ArrivingLine[]) => readonly Taken[]) | null;
  readonly counted: readonly Counted[];
  /** The box that was scanned, for saying who received it already. */
  readonly boxId: string | null;
  /** Why what was missed counts as found; `received` unless said. */
  readonly reason?: string;
}

export interface ReceivedArrival {
  readonly receipt: RecordedReceipt;
  readonly shipment: ShipmentRow;
  /** Pieces taken off the road, and those still on it. */
  readonly taken: number;
  readonly missing: number;
}

async function destinationOf(work: Work, row: ShipmentRow, wish: ArrivalWish): Promise<string> {
  const { number, toSiteId } = row;
  if (toSiteId === null) throw receiptsErrors.error('nothing-expected', { number });
  const siteId = wish.siteId ?? toSiteId;
  work.requireScope(siteId, receiptsErrors.error('unknown-arrival'));
  if (siteId !== toSiteId && !work.acknowledged.has('receipts.other-site')) {
    const site = await siteCodeOf(work, toSiteId);
    throw receiptsErrors.error('other-site', { number, site });
  }
  return siteId;
}

async function refuseNothing(work: Work, row: ShipmentRow, boxId: string | null): Promise<never> {
  const { number } = row;
  const last = await lastReceiver(work, row.id, boxId);
  if (last === null) throw receiptsErrors.error('nothing-expected', { number });
  const { by, at } = last;
  throw receiptsErrors.error('received-already', { number, by, at: at.toISOString() });
}

/** Lines as the receipt takes them, from the boxes on the road. */
function incoming(
  taken: readonly Taken[],
  lines: ReadonlyMap<string, ArrivingLine>,
  at: (line: ArrivingLine) => string,
) {
  const good: IncomingLine[] = [];
  const damaged: IncomingTrouble[] = [];
  for (const { lineId, quantity, isDamaged } of taken) {
    const line = lines.get(lineId);
    if (line === undefined) continue;
    const one: IncomingLine = {
      partId: line.partId,
      quantity,
      serialNumbers: line.serialNumber === null ? [] : [line.serialNumber],
      condition: line.pile.condition,
      expectedSource: `shipment-line:${lineId}`,
      fromPile: line.pile,
      locationId: at(line),
      isPromised: line.allocationId !== null,
    };
    if (isDamaged) damaged.push({ ...one, kind: 'damaged' });
    else good.push(one);
  }
  return { good, damaged };
}

interface SurplusFacts {
  readonly known: ReadonlySet<string>;
  readonly tolerated: ReadonlyMap<string, number>;
  readonly lines: readonly ArrivingLine[];
  readonly locationId: string;
}

/** What no line speaks of: too many of a part the list has, or something else altogether. */
function surplusLine(
  { counted, quantity, serialNumber, kind, lineId }: Surplus,
  { known, tolerated, lines, locationId }: SurplusFacts,
): IncomingLine | IncomingTrouble {
  const { partId, lotNumber, expectedPartId } = counted;
  const one: IncomingLine = {
    partId,
    quantity,
    serialNumbers: serialNumber === null ? [] : [serialNumber],
    lotNumber,
    condition: lines.find((line) => line.partId === partId)?.pile.condition ?? 'new',
    expectedSource: lineId === null ? null : `shipment-line:${lineId}`,
    fromPlace: place.countDifference,
    locationId,
  };
  if (kind === 'over' && serialNumber === null) {
    const shipped = lines.filter((line) => line.partId === partId);
    const total = shipped.reduce((sum, line) => sum + line.shipped, 0);
    return { ...one, expected: { total, before: total + (tolerated.get(partId) ?? 0) } };
  }
  const isUnknown =
    serialNumber !== null && !known.has(pieceKey({ partId, serialNumber })) && kind !== 'over';
  return { ...one, kind: isUnknown ? 'unknown-serial' : kind, expectedPartId };
}

async function surplusLines(
  work: Work,
  row: ShipmentRow,
  all: readonly Surplus[],
  on: {
    readonly lines: readonly ArrivingLine[];
    readonly locationId: string;
  },
) {
  if (all.length === 0) return [];
  const named = all.flatMap(({ counted: { partId }, serialNumber }) =>
    serialNumber === null ? [] : [{ partId, serialNumber }],
  );
  const known = new Set((await findPieces(work, named)).keys());
  const tolerated = await toleratedOf(work, `shipment:${row.id}`);
  return all.map((surplus) => surplusLine(surplus, { known, tolerated, ...on }));
}

async function fileMisrouted(work: Work, row: ShipmentRow, siteId: string, receiptId: string) {
  await raiseDiscrepancy(work, [
    {
      kind: 'misrouted',
      siteId,
      fromSiteId: row.fromSiteId,
      receiptId,
      document: `shipment:${row.id}`,
      documentNumber: row.number,
      quantity: 1,
      note: row.toSiteId === null ? null : await siteCodeOf(work, row.toSiteId),
    },
  ]);
}

/** Locks the orders whose goods are on board, then the shipment, and reads what is on the way. */
async function lockArrival(work: Work, wish: ArrivalWish) {
  const wide = everywhere(work);
  const seen = await getShipmentRow(wide, wish.shipmentId);
  const siteId = await destinationOf(work, seen, wish);
  const aboard = await arrivingLines(work, wish.shipmentId, siteId);
  await lockAllocations(
    wide,
    aboard.flatMap(({ allocationId }) => allocationId ?? []),
  );
  const row = await lockShipment(wide, wish.shipmentId);
  const lines = await arrivingLines(work, wish.shipmentId, siteId);
  return { row, siteId: await destinationOf(work, row, wish), lines };
}

function sums(taken: readonly Taken[]) {
  const perLine = new Map<string, number>();
  for (const { lineId, quantity } of taken) {
    perLine.set(lineId, (perLine.get(lineId) ?? 0) + quantity);
  }
  return perLine;
}

/** What of the lines of the list went into quarantine, damaged or expired, by their source. */
function unusable(
  { outcomes }: RecordedReceipt,
  good: number,
  { damaged, of }: { readonly damaged: number; readonly of: readonly object[] },
): Map<string, number> {
  const surplusTaken = of.filter((line) => !('kind' in line)).length;
  const start = good + surplusTaken;
  const own = [...outcomes.slice(0, good), ...outcomes.slice(start, start + damaged)];
  const perSource = new Map<string, number>();
  for (const { source, quarantined } of own) {
    if (source !== null) perSource.set(source, (perSource.get(source) ?? 0) + quarantined);
  }
  return perSource;
}

/**
 * Takes in what a shipment brings. Everything at once or nothing; pieces nobody sent are filed.
 * @throws receipts.other-site, received-already, nothing-expected, no-dock, and what recording throws
 */
export async function receiveArrival(work: Work, wish: ArrivalWish): Promise<ReceivedArrival> {
  const { row, siteId, lines } = await lockArrival(work, wish);
  const { taken, surplus } =
    wish.chosen === null
      ? matchCounted(lines, wish.counted)
      : { taken: wish.chosen(lines), surplus: [] };
  if (taken.length + surplus.length === 0) return refuseNothing(work, row, wish.boxId);
  const dock = wish.locationId ?? (await dockOf(work, siteId));
  if (dock === null) {
    throw receiptsErrors.error('no-dock', { site: await siteCodeOf(work, siteId) });
  }
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const at = (line: ArrivingLine) => wish.locationId ?? line.destinationId ?? dock;
  const { good, damaged } = incoming(taken, byId, at);
  const more = await surplusLines(work, row, surplus, { lines, locationId: dock });
  const receipt = await recordReceipt(work, {
    siteId,
    locationId: dock,
    kind: 'shipment',
    document: `shipment:${row.id}`,
    documentNumber: row.number,
    fromSiteId: row.fromSiteId,
    lines: [...good, ...more.filter((line) => !('kind' in line))],
    discrepancies: [...damaged, ...more.filter((line) => 'kind' in line)],
  });
  const isRedirected = siteId !== row.toSiteId;
  if (isRedirected) {
    await fileMisrouted(work, row, siteId, receipt.receiptId);
    await redirectShipment(work, row, siteId);
  }
  const perLine = sums(taken);
  const broken = unusable(receipt, good.length, { damaged: damaged.length, of: more });
  const told = [...perLine].map(([shipmentLineId, received]) => {
    const useless = broken.get(`shipment-line:${shipmentLineId}`) ?? 0;
    return { shipmentLineId, received, unusable: useless, lost: 0 };
  });
  const shipment =
    told.length === 0
      ? row
      : await shipmentArrived(everywhere(work), { shipmentId: row.id, lines: told });
  const reason = wish.reason ?? 'received';
  await settleShortages(work, perLine, { entryId: receipt.entryId, reason });
  work.about(`shipment:${row.id}`);
  const count = told.reduce((sum, { received }) => sum + received, 0);
  const open = lines.reduce((sum, line) => sum + line.open, 0);
  return { receipt, shipment, taken: count, missing: open - count };
}
