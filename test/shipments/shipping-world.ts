/**
 * Two sites with bins, a packing area and a dock, and orders whose goods are promised: what tests of
 * picking, packing and shipping stand on. Everything is made by commands.
 */

import { z } from 'zod';
import { createLocation, postEntry, receiveStock } from '../../src/inventory/index.ts';
import { createOrder } from '../../src/orders/commands/create-order.ts';
import { defineCommand } from '../../src/platform/command.ts';
import {
  getShipment,
  pickGoods,
  pickList,
  pileOnTheWay,
  shipmentArrived,
  shipmentLinesOf,
} from '../../src/shipments/index.ts';
import { mint, openWorld, type World } from '../support/world.ts';

export interface ShippingWorld {
  readonly world: World;
  /** Where the goods lie. */
  readonly fromSiteId: string;
  readonly binId: string;
  readonly otherBinId: string;
  /** Where they are meant to be. */
  readonly toSiteId: string;
  readonly shelfId: string;
  readonly dockId: string;
  /** Takes pieces of a new part into the bin and promises them to a new order. */
  promised(quantity: number, how?: Promising): Promise<Promised>;
  /** Picks everything that is promised of a part from its bin. */
  pickAll(promised: Promised): Promise<string>;
  close(): Promise<void>;
}

interface Promising {
  readonly tracking?: 'none' | 'lot' | 'serial';
  readonly stock?: number;
  readonly destinationId?: string;
  readonly partId?: string;
}

export interface Promised {
  readonly partId: string;
  readonly orderId: string;
  readonly quantity: number;
  readonly allocationIds: readonly string[];
  readonly serialNumbers: readonly string[];
}

/** Receives lines of a shipment at the other end, as the dock does. */
export const receiveForTest = defineCommand({
  name: 'test.receive-shipment',
  permission: null,
  summary: 'Receives so much of each line of a shipment.',
  input: z.strictObject({
    shipmentId: z.string(),
    locationId: z.string(),
    each: z.int().nullable(),
  }),
  output: z.strictObject({ state: z.string() }),
  errors: [
    'shipments.unknown-shipment',
    'shipments.more-than-on-the-way',
    'shipments.event-not-allowed',
    'inventory.insufficient-stock',
    'inventory.serial-not-here',
    'orders.stage-differs',
    'orders.quantity-is-there',
  ],
  run: async (work, { shipmentId, locationId, each }) => {
    const { lockShipment } = await import('../../src/shipments/index.ts');
    await lockShipment(work, shipmentId, { end: 'to' });
    const open = (await shipmentLinesOf(work, shipmentId)).filter(
      (line) => line.shipped > line.received + line.lost,
    );
    const taken = open.map((line) => {
      const left = line.shipped - line.received - line.lost;
      return { line, received: Math.min(each ?? left, left) };
    });
    const row = await shipmentArrived(work, {
      shipmentId,
      lines: taken.map(({ line, received }) => {
        return { shipmentLineId: line.id, received, lost: 0 };
      }),
    });
    if (taken.length > 0) {
      await postEntry(work, {
        kind: 'receipt',
        document: row.number,
        reason: null,
        lines: taken.map(({ line, received }) => {
          const from = pileOnTheWay(line);
          const to = { ...from, locationId, handlingUnitId: null };
          return { from, to, quantity: received, serialId: line.serialId, holdId: null };
        }),
      });
    }
    return { state: row.state };
  },
});

async function makeSite(world: World) {
  const { siteId } = await world.site();
  const add = async (kind: 'storage' | 'shipping' | 'dock') =>
    (await world.run(createLocation, { siteId, code: mint('L'), kind })).locationId;
  return { siteId, add };
}

async function stock(
  world: World,
  at: { partId: string; locationId: string },
  how: Promising & { quantity: number },
) {
  const quantity = how.stock ?? how.quantity;
  if (quantity === 0) return [];
  const serialNumbers =
    how.tracking === 'serial' ? Array.from({ length: quantity }, () => mint('SN')) : [];
  const lotNumber = how.tracking === 'lot' ? mint('LOT') : null;
  await world.run(receiveStock, { ...at, quantity, serialNumbers, lotNumber });
  return serialNumbers;
}

/** Opens the world. */
export async function openShippingWorld(): Promise<ShippingWorld> {
  const world = await openWorld();
  const from = await makeSite(world);
  const to = await makeSite(world);
  const binId = await from.add('storage');
  const otherBinId = await from.add('storage');
  await from.add('shipping');
  const shelfId = await to.add('storage');
  const dockId = await to.add('dock');
  await to.add('shipping');
  const base = { world, fromSiteId: from.siteId, toSiteId: to.siteId, binId, otherBinId };
  return {
    ...base,
    shelfId,
    dockId,
    promised: async (quantity, how = {}) => {
      const partId = how.partId ?? (await world.part(how.tracking ?? 'none'));
      const at = { partId, locationId: binId };
      const serialNumbers = await stock(world, at, { ...how, quantity });
      const destinationId = how.destinationId ?? shelfId;
      const lines = [{ partId, quantity }];
      const { orderId, allocated } = await world.run(createOrder, { destinationId, lines });
      const allocationIds = allocated.map((one) => one.allocationId);
      return { partId, orderId, quantity, allocationIds, serialNumbers };
    },
    pickAll: async ({ orderId }) => {
      const { rows } = await world.ask(pickList, { siteId: from.siteId, orderId, limit: 200 });
      const picks = rows.map(
        ({ locationId, partId, quantity, serialNumber, lotNumber, allocationId }) => {
          return { locationId, partId, quantity, serialNumber, lotNumber, allocationId };
        },
      );
      const { picked } = await world.run(pickGoods, { siteId: from.siteId, picks });
      return picked[0]?.shipmentId ?? '';
    },
    close: () => world.close(),
  };
}

/** The lines of a shipment, shortly. */
export async function contentsOf(world: World, shipmentId: string) {
  return (await world.ask(getShipment, { shipmentId })).contents;
}
