/**
 * Performs what the machine of a discrepancy asks for, one handler per effect, all of them present by
 * type. Each posts what its decision means; none asks in which state the discrepancy is.
 */
import {
  type Condition,
  findPieces,
  inventoryErrors,
  ourCompany,
  type Pile,
  pieceKey,
  place,
  postEntry,
  requireApproval,
  valueOf as worthOf,
} from '../inventory/index.ts';
import { feedBackorders } from '../orders/index.ts';
import { invariant } from '../platform/errors.ts';
import type { Work } from '../platform/work.ts';
import { openShipment, shipmentArrived } from '../shipments/index.ts';
import { dockOf, siteCodeOf } from './arrival.store.ts';
import { type DiscrepancyRow, lossEntryOf } from './discrepancy.store.ts';
import type { DiscrepancyEffects } from './discrepancy.vocabulary.ts';
import { receiptsErrors } from './errors.ts';
import { everywhere } from './everywhere.ts';
import { receiveArrival } from './receive-arrival.ts';

/** Pieces of a discrepancy somebody decided about. */
export interface SettlingCase {
  readonly row: DiscrepancyRow;
  readonly quantity: number;
  readonly reason: string;
  /** What accepted pieces become, if not what they were meant to be. */
  readonly condition: Condition | null;
}

type Handlers = {
  /** Answers the entry it posted, if it posted one itself. */
  readonly [K in keyof DiscrepancyEffects]: (
    work: Work,
    on: SettlingCase,
  ) => Promise<string | null>;
};

const documentOf = (row: DiscrepancyRow) => `discrepancy:${row.id}`;

/** The pile the pieces lie in. */
function pileOf(row: DiscrepancyRow): Pile {
  const { partId, locationId, condition, lotId, handlingUnitId } = row;
  invariant(
    partId !== null && locationId !== null && condition !== null,
    'the pieces lie somewhere',
  );
  const state = condition as Condition;
  return { partId, locationId, condition: state, ownerId: ourCompany, lotId, handlingUnitId };
}

async function serialIdOf(work: Work, { partId, serialNumber }: DiscrepancyRow) {
  if (partId === null || serialNumber === null) return null;
  const found = await findPieces(work, [{ partId, serialNumber }]);
  return found.get(pieceKey({ partId, serialNumber }))?.id ?? null;
}

async function move(
  work: Work,
  { row, quantity, reason }: SettlingCase,
  step: {
    readonly kind: 'move' | 'return' | 'scrap' | 'adjustment';
    readonly from: Pile;
    readonly to: Pile;
  },
): Promise<string> {
  const { kind, from, to } = step;
  const serialId = await serialIdOf(work, row);
  const lines = [{ from, to, quantity, serialId, holdId: null }];
  return postEntry(work, { kind, document: documentOf(row), reason, siteId: row.siteId, lines });
}

/** The ids of the shipment and its line that a missing piece is of. */
function onTheRoad({ document, source }: DiscrepancyRow) {
  const shipmentId = document?.replace(/^shipment:/, '');
  const shipmentLineId = source?.replace(/^shipment-line:/, '');
  invariant(shipmentId && shipmentLineId, 'a missing piece is on board of a shipment');
  return { shipmentId, shipmentLineId };
}

async function writeOff(work: Work, { row, quantity, reason }: SettlingCase) {
  const { shipmentId, shipmentLineId } = onTheRoad(row);
  const lines = [{ shipmentLineId, received: 0, lost: quantity }];
  await shipmentArrived(everywhere(work), { shipmentId, lines, reason });
  return lossEntryOf(work, shipmentLineId);
}

async function dockAt(work: Work, siteId: string): Promise<string> {
  const dock = await dockOf(work, siteId);
  if (dock !== null) return dock;
  throw receiptsErrors.error('no-dock', { site: await siteCodeOf(work, siteId) });
}

export const discrepancyHandlers: Handlers = {
  writeOff,
  takeIn: async (work, { row, quantity, reason }) => {
    const { shipmentId, shipmentLineId: lineId } = onTheRoad(row);
    const { receipt } = await receiveArrival(work, {
      shipmentId,
      siteId: row.siteId,
      locationId: null,
      chosen: () => [{ lineId, quantity, isDamaged: false }],
      counted: [],
      boxId: null,
      reason,
    });
    return receipt.entryId;
  },
  putBackAtSender: async (work, on) => {
    const { row } = on;
    invariant(row.fromSiteId, 'what is on board was sent by a site');
    await writeOff(work, on);
    // The order and the shipment count them as lost; the books find them again where they lie.
    const from = { ...pileOf(row), locationId: place.scrap };
    const locationId = await dockAt(work, row.fromSiteId);
    return move(work, on, {
      kind: 'return',
      from,
      to: { ...from, locationId, handlingUnitId: null },
    });
  },
  admit: async (work, on) => {
    const from = pileOf(on.row);
    const condition = on.condition ?? (on.row.intendedCondition as Condition | null) ?? 'new';
    if (condition === from.condition) throw receiptsErrors.error('same-condition');
    const to = { ...from, condition };
    const entryId = await move(work, on, { kind: 'move', from, to });
    if (condition === 'new' || condition === 'good') {
      await feedBackorders(work, [{ pile: to, quantity: on.quantity }]);
    }
    return entryId;
  },
  sendBack: async (work, on) => {
    const { row, quantity } = on;
    const from = pileOf(row);
    if (row.fromSiteId !== null && row.fromSiteId !== row.siteId) {
      const serialId = await serialIdOf(work, row);
      await openShipment(work, {
        kind: 'return',
        fromSiteId: row.siteId,
        toSiteId: row.fromSiteId,
        ...{ toLocationId: null, toPartyId: null, shipTo: null },
        document: documentOf(row),
        documentNumber: row.number,
        note: on.reason,
        goods: [{ source: documentOf(row), pile: from, quantity, serialId }],
      });
      return null;
    }
    const locationId = row.fromPlaceId;
    if (
      locationId === null ||
      locationId === place.countDifference ||
      locationId === place.opening
    ) {
      throw receiptsErrors.error('no-way-back');
    }
    return move(work, on, { kind: 'return', from, to: { ...from, locationId } });
  },
  destroy: async (work, on) => {
    const { row, quantity } = on;
    const from = pileOf(row);
    const valueMinor = await worthOf(work, [{ partId: from.partId, quantity }]);
    await requireApproval(work, { kind: 'scrap', requestedById: row.reportedById, valueMinor });
    return move(work, on, { kind: 'scrap', from, to: { ...from, locationId: place.scrap } });
  },
  moveHere: async (work, on) => {
    const { partId, serialNumber, siteId } = on.row;
    invariant(partId !== null && serialNumber !== null, 'it is one piece');
    const found = await findPieces(work, [{ partId, serialNumber }]);
    const from = found.get(pieceKey({ partId, serialNumber }))?.pile;
    if (from === undefined || from === null)
      throw inventoryErrors.error('unknown-serial', { serialNumber });
    const locationId = await dockAt(work, siteId);
    const condition = on.condition ?? ('unverified' as const);
    const to = { ...from, locationId, condition, handlingUnitId: null };
    return move(work, on, { kind: 'adjustment', from, to });
  },
};
