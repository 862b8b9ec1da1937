/**
 * From the request to the van: each stage is seen on its line, taking back frees what is held and
 * nothing that is on its way, people hear of their goods, and the request ends with its order.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocation } from '../../../src/inventory/index.ts';
import { factHandlers, jobHandlers } from '../../../src/jobs/register.ts';
import {
  approveRequest,
  cancelRequest,
  followOrderOfRequest,
  getRequest,
  listOwnNotices,
  submitRequest,
  tellProgress,
} from '../../../src/orders/index.ts';
import type { Actor } from '../../../src/platform/actor.ts';
import { systemIds } from '../../../src/platform/ids.ts';
import { makeWorker, type Worker } from '../../../src/platform/jobs/index.ts';
import { dispatchShipment, packGoods, pickGoods } from '../../../src/shipments/index.ts';
import {
  contentsOf,
  openShippingWorld,
  receiveForTest,
  type ShippingWorld,
} from '../../shipments/shipping-world.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, mint } from '../../support/world.ts';

let ships: ShippingWorld;
let worker: Worker;
let technician: Actor;
let approver: Actor;
let vanId: string;
const complaints: string[] = [];

beforeAll(async () => {
  ships = await openShippingWorld();
  const { world, toSiteId } = ships;
  technician = actorWith(['requests.submit', 'requests.view', 'notices.manage-own'], [toSiteId]);
  approver = actorWith(['requests.approve', 'requests.view'], [toSiteId]);
  const van = { siteId: toSiteId, code: mint('VAN'), kind: 'van' } as const;
  ({ locationId: vanId } = await world.run(createLocation, {
    ...van,
    custodianId: technician.id,
  }));
  const complain = (_data: object, message: string) => complaints.push(message);
  worker = makeWorker({
    connection: world.database.connection,
    executor: world.executor,
    clock: world.clock,
    ids: systemIds(world.clock),
    handlers: jobHandlers,
    factHandlers,
    log: { warn: complain, error: complain },
  });
});
afterAll(async () => {
  await expectCleanLedger(ships.world.database.connection);
  await ships.close();
});

const view = (requestId: string) => ships.world.ask(getRequest, { requestId });

/** A part of which so many lie in the first and in the second bin of the other site, asked and approved. */
async function approved(quantity: number, stock: readonly [number, number] = [quantity, 0]) {
  const { world, binId, otherBinId } = ships;
  const partId = await world.part();
  if (stock[0] > 0) await world.stocked(partId, binId, stock[0]);
  if (stock[1] > 0) await world.stocked(partId, otherBinId, stock[1]);
  const lines = [{ partId, quantity }];
  const { requestId } = await world.run(submitRequest, { lines }, technician);
  await world.run(approveRequest, { requestId }, approver);
  const seen = await view(requestId);
  return { partId, requestId, orderId: seen.orderId ?? '', quantity };
}

async function pick(one: { partId: string; orderId: string }, quantity: number) {
  const { world, fromSiteId: siteId, binId: locationId } = ships;
  const picks = [{ locationId, partId: one.partId, quantity }];
  const { picked } = await world.run(pickGoods, { siteId, orderId: one.orderId, picks });
  return picked[0]?.shipmentId ?? '';
}

async function send(shipmentId: string) {
  const { world } = ships;
  const items = (await contentsOf(world, shipmentId)).map(({ lineId }) => ({ lineId }));
  await world.run(packGoods, { shipmentId, items });
  await world.run(dispatchShipment, { shipmentId, carrier: 'SF', trackingNumber: mint('SF') });
}

const receive = (shipmentId: string, each: number | null = null) =>
  ships.world.run(receiveForTest, { shipmentId, locationId: ships.dockId, each });

const heardOf = async (requestId: string) => {
  const { notices } = await ships.world.ask(listOwnNotices, { limit: 200 }, technician);
  return notices.filter(({ about }) => about === `request:${requestId}`).map(({ key }) => key);
};

const stagesOf = async (requestId: string) => {
  const [line] = (await view(requestId)).lines;
  if (line === undefined) throw new Error('no line');
  const { waiting, allocated, picked, inTransit, received, cancelled, cancellable } = line;
  return { waiting, allocated, picked, inTransit, received, cancelled, cancellable };
};
const none = {
  ...{ waiting: 0, allocated: 0, picked: 0, inTransit: 0 },
  ...{ received: 0, cancelled: 0, cancellable: 0 },
};

describe('a request', () => {
  it('is followed from the bin to the van, and its requester hears of it', async () => {
    const one = await approved(3);
    const { requestId } = one;
    expect(await stagesOf(requestId)).toEqual({ ...none, allocated: 3, cancellable: 3 });
    const shipmentId = await pick(one, 3);
    expect(await stagesOf(requestId)).toEqual({ ...none, picked: 3 });
    await send(shipmentId);
    expect(await stagesOf(requestId)).toEqual({ ...none, inTransit: 3 });
    await receive(shipmentId, 1);
    expect(await stagesOf(requestId)).toEqual({ ...none, inTransit: 2, received: 1 });
    await receive(shipmentId);
    expect(await stagesOf(requestId)).toEqual({ ...none, received: 3 });
    await worker.drain();
    expect(complaints).toEqual([]);
    expect(await view(requestId)).toMatchObject({
      state: 'fulfilled',
      closedAt: expect.any(String),
      events: [],
    });
    expect(await heardOf(requestId)).toEqual(
      expect.arrayContaining(['asked-approved', 'line-shipped', 'line-arrived']),
    );
  });

  it('taken back after part has left keeps that part and frees the rest at once', async () => {
    const one = await approved(5, [2, 3]);
    const { requestId, partId } = one;
    const shipmentId = await pick(one, 2);
    await send(shipmentId);
    const [line] = (await view(requestId)).lines;
    const lineIds = [line?.id ?? ''];
    const moved = await ships.world.run(cancelRequest, { requestId, lineIds }, technician);
    expect(moved.state).toBe('approved');
    expect(await stagesOf(requestId)).toEqual({ ...none, inTransit: 2, cancelled: 3 });
    const [held] = await ships.world.database.owner<{ sum: string }[]>`
      select sum(reserved) as sum from bucket where part_id = ${partId}`;
    expect(Number(held?.sum)).toBe(0);
    const again = ships.world.run(cancelRequest, { requestId }, technician);
    await expect(again).rejects.toMatchObject({ code: 'orders.something-is-unpicked' });
    expect((await view(requestId)).events).toEqual([
      { event: 'cancel', allowed: false, refusal: 'orders.something-is-unpicked' },
    ]);
    await receive(shipmentId);
    await worker.drain();
    expect(await view(requestId)).toMatchObject({ state: 'closed' });
    const late = ships.world.run(cancelRequest, { requestId }, technician);
    await expect(late).rejects.toMatchObject({
      code: 'orders.event-not-allowed',
      params: { state: 'closed' },
    });
  });

  it('taken back before anything was picked is over in the same moment', async () => {
    const waiting = await approved(2, [0, 0]);
    const moved = await ships.world.run(
      cancelRequest,
      { requestId: waiting.requestId },
      technician,
    );
    expect(moved.state).toBe('cancelled');
    const { rows } = {
      rows: await ships.world.database.owner<{ state: string }[]>`
      select state from stock_order where id = ${waiting.orderId}`,
    };
    expect(rows).toEqual([{ state: 'cancelled' }]);
    await worker.drain();
    expect(await view(waiting.requestId)).toMatchObject({ state: 'cancelled' });
  });

  it('may be followed twice, and a fact told twice is told to people once', async () => {
    const one = await approved(1);
    const shipmentId = await pick(one, 1);
    await send(shipmentId);
    await worker.drain();
    await worker.drain();
    const before = await heardOf(one.requestId);
    expect(before.filter((key) => key === 'line-shipped')).toHaveLength(1);
    await receive(shipmentId);
    const { requestId } = one;
    const first = await ships.world.run(followOrderOfRequest, { requestId });
    expect(first.state).toBe('fulfilled');
    expect(await ships.world.run(followOrderOfRequest, { requestId })).toEqual(first);
    const nobody = ships.world.run(tellProgress, { fate: 'lost', shipment: 'SHP-1', shares: [] });
    expect(await nobody).toEqual({ told: 0 });
  });

  it('taken back while the clerk picks: each piece is either on its way or free', async () => {
    for (let round = 0; round < 6; round += 1) {
      const one = await approved(4, [2, 2]);
      const [picked, cancelled] = await Promise.allSettled([
        pick(one, 2),
        ships.world.run(cancelRequest, { requestId: one.requestId }, technician),
      ]);
      const wasPicked = picked.status === 'fulfilled' ? 2 : 0;
      expect(cancelled.status).toBe('fulfilled');
      const stages = await stagesOf(one.requestId);
      expect(stages).toEqual({ ...none, picked: wasPicked, cancelled: 4 - wasPicked });
      expect(await view(one.requestId)).toMatchObject({
        state: wasPicked > 0 ? 'approved' : 'cancelled',
      });
    }
  });
});

it('the van is where the goods are wanted', async () => {
  const { requestId } = await approved(1);
  expect(await view(requestId)).toMatchObject({ destinationId: vanId });
});
