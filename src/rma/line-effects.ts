/**
 * Performs what the line's machine asks for, one handler per effect, all of them present by type.
 * It moves the unit, keeps the shipment and the timers; it never asks in which state the line is.
 */
import { addHandlingUnit, pileOfSerial, place, release, reserve } from '../inventory/index.ts';
import { addDays } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { markRepaired } from './installed-base/store.ts';
import type { RepairJobEvent } from './repair/repair-job.vocabulary.ts';
import type { RmaLineEffects } from './rma-line.vocabulary.ts';
import { addShipment, currentShipment, stampShipment } from './shipments.store.ts';
import type { LineChanges, LineRow } from './store.ts';
import { locationOf, moveUnit } from './unit-moves.ts';

/** Days after shipping at which delivery is assumed when nobody said otherwise. */
const assumedDeliveryDays = 10;

/** What the command knows beyond the event. */
export interface LineFacts {
  readonly dockId?: string;
  readonly arrivedUnitId?: string;
  readonly arrivedSerial?: string;
  readonly carrier?: string;
}

/** One line being acted on. */
export interface LineCase {
  readonly row: LineRow;
  readonly facts: LineFacts;
  readonly changes: LineChanges;
  openJob(): Promise<void>;
  toJob(event: RepairJobEvent): Promise<void>;
}

type Handlers = {
  readonly [K in keyof RmaLineEffects]: (
    work: Work,
    line: LineCase,
    params: RmaLineEffects[K],
  ) => Promise<void>;
};

const unitOf = ({ row }: LineCase) => ({
  serialUnitId: row.serialUnitId,
  siteId: row.siteId,
  document: row.code,
});

/** The unit that lies in quarantine in place of the one expected. */
const strayOf = ({ row, facts }: LineCase) => ({
  serialUnitId: facts.arrivedUnitId ?? row.arrivedUnitId ?? row.serialUnitId,
  siteId: row.siteId,
  document: row.code,
});

const expiryKey = (line: LineCase) => `rma.expire:${line.row.id}`;
const deliveryKey = (line: LineCase) => `rma.assume-delivery:${line.row.id}`;

const receiving: Pick<
  Handlers,
  'receiveUnit' | 'quarantineUnit' | 'relinkSerial' | 'returnWrongItem'
> = {
  receiveUnit: async (work, line, { to, condition }) => {
    const locationId = line.facts.dockId ?? (await locationOf(work, line.row.siteId, to));
    await moveUnit(work, { kind: 'receipt', ...unitOf(line), locationId, condition });
  },
  quarantineUnit: async (work, line, { to, condition }) => {
    const locationId = await locationOf(work, line.row.siteId, to);
    await moveUnit(work, { kind: 'receipt', ...strayOf(line), locationId, condition });
    Object.assign(line.changes, {
      arrivedSerial: line.facts.arrivedSerial ?? null,
      arrivedUnitId: line.facts.arrivedUnitId ?? null,
    });
  },
  relinkSerial: async (work, line) => {
    const locationId = await locationOf(work, line.row.siteId, 'dock');
    const stray = strayOf(line);
    await moveUnit(work, { kind: 'move', ...stray, locationId, condition: 'unverified' });
    const serialUnitId = stray.serialUnitId;
    Object.assign(line.changes, { serialUnitId, arrivedSerial: null, arrivedUnitId: null });
  },
  returnWrongItem: async (work, line) => {
    const locationId = place.customer;
    await moveUnit(work, { kind: 'shipment', ...strayOf(line), locationId });
    Object.assign(line.changes, { arrivedSerial: null, arrivedUnitId: null });
  },
};

const leaving: Pick<
  Handlers,
  'scrapUnit' | 'packUnit' | 'unpackUnit' | 'shipUnit' | 'deliverUnit'
> = {
  scrapUnit: async (work, line) => {
    const reason = 'agreed with the customer';
    await moveUnit(work, { kind: 'scrap', ...unitOf(line), locationId: place.scrap, reason });
  },
  packUnit: async (work, line) => {
    const box = await addHandlingUnit(work);
    const locationId = await locationOf(work, line.row.siteId, 'shipping');
    const move = { ...unitOf(line), locationId, handlingUnitId: box.id };
    await moveUnit(work, { kind: 'pack', ...move });
    const pile = await pileOfSerial(work.db, line.row.serialUnitId);
    const serialId = line.row.serialUnitId;
    const hold = { pile, quantity: 1, serialId, document: line.row.code, expiresAt: null };
    const [reservationId = ''] = await reserve(work, [hold]);
    await addShipment(work, { line: line.row, box, reservationId });
  },
  unpackUnit: async (work, line) => {
    const shipment = await currentShipment(work, line.row.id);
    await release(work, [shipment.reservationId]);
    const locationId = await locationOf(work, line.row.siteId, 'dock');
    await moveUnit(work, { kind: 'move', ...unitOf(line), locationId });
    await stampShipment(work, shipment.id, { unpackedAt: work.now });
  },
  shipUnit: async (work, line, { tracking }) => {
    const shipment = await currentShipment(work, line.row.id);
    await moveUnit(work, {
      kind: 'shipment',
      ...unitOf(line),
      locationId: place.inTransit,
      handlingUnitId: shipment.handlingUnitId,
      holdId: shipment.reservationId,
    });
    const { carrier = null } = line.facts;
    const stamp = { carrier, trackingNumber: tracking, shippedAt: work.now };
    await stampShipment(work, shipment.id, stamp);
    await markRepaired(work, line.row.serialUnitId, line.row.id);
  },
  deliverUnit: async (work, line) => {
    const shipment = await currentShipment(work, line.row.id);
    await moveUnit(work, { kind: 'delivery', ...unitOf(line), locationId: place.customer });
    await stampShipment(work, shipment.id, { deliveredAt: work.now });
  },
};

const jobs: Pick<Handlers, 'openJob' | 'cancelJob' | 'reopenJob' | 'closeJob'> = {
  openJob: (_work, line) => line.openJob(),
  cancelJob: (_work, line) => line.toJob({ type: 'withdraw' }),
  reopenJob: (_work, line) => line.toJob({ type: 'reopen' }),
  closeJob: (_work, line) => line.toJob({ type: 'close' }),
};

const timers: Pick<
  Handlers,
  'scheduleExpiry' | 'cancelExpiry' | 'scheduleAssumedDelivery' | 'cancelAssumedDelivery'
> = {
  scheduleExpiry: async (work, line) => {
    const runAt = addDays(new Date(`${line.row.validUntil}T00:00:00Z`), 1);
    const data = { lineId: line.row.id };
    work.schedule({ kind: 'rma.expire', data, runAt, uniqueKey: expiryKey(line) });
  },
  cancelExpiry: async (work, line) => work.unschedule(expiryKey(line)),
  scheduleAssumedDelivery: async (work, line) => {
    const runAt = addDays(work.now, assumedDeliveryDays);
    const data = { lineId: line.row.id };
    work.schedule({ kind: 'rma.assume-delivery', data, runAt, uniqueKey: deliveryKey(line) });
  },
  cancelAssumedDelivery: async (work, line) => work.unschedule(deliveryKey(line)),
};

export const lineHandlers: Handlers = { ...receiving, ...leaving, ...jobs, ...timers };
