/** What other rooms may ask of shipments: goods that lie anywhere travel, to a site of ours or to a party. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import {
  createParty,
  ourCompany,
  place,
  receiveStock,
  stockOnHand,
} from '../../src/inventory/index.ts';
import { defineCommand } from '../../src/platform/command.ts';
import {
  cancelShipment,
  confirmShipmentDelivery,
  dispatchShipment,
  getShipment,
  openShipment,
} from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { mint } from '../support/world.ts';
import { expectShipmentsAgree } from './agree.ts';
import { openShippingWorld, receiveForTest, type ShippingWorld } from './shipping-world.ts';

let ships: ShippingWorld;
beforeAll(async () => {
  ships = await openShippingWorld();
});
afterAll(async () => {
  await expectCleanLedger(ships.world.database.connection);
  await expectShipmentsAgree(ships.world.database.owner);
  await ships.close();
});

/** Opens a shipment as a room above does: goods with a source of its own, in whatever state they are. */
const openForTest = defineCommand({
  name: 'test.open-shipment',
  permission: null,
  summary: 'Opens a shipment for goods that lie in a place.',
  input: z.strictObject({
    fromSiteId: z.string(),
    toSiteId: z.string().nullable(),
    toPartyId: z.string().nullable(),
    partId: z.string(),
    locationId: z.string(),
    quantity: z.int(),
  }),
  output: z.strictObject({ shipmentId: z.string() }),
  errors: ['inventory.insufficient-stock'],
  run: async (work, { fromSiteId, toSiteId, toPartyId, partId, locationId, quantity }) => {
    const condition = 'defective' as const;
    const at = { partId, locationId, condition, ownerId: ourCompany, lotId: null };
    const pile = { ...at, handlingUnitId: null };
    const goods = [{ source: `part-return-line:${work.newId()}`, pile, quantity, serialId: null }];
    const kind = toPartyId === null ? 'return' : 'supplier-return';
    const to = { toSiteId, toPartyId, toLocationId: null, shipTo: null };
    const { shipment } = await openShipment(work, { kind, fromSiteId, ...to, goods });
    return { shipmentId: shipment.id };
  },
});

async function defective(quantity: number) {
  const { world, binId: locationId } = ships;
  const partId = await world.part();
  await world.run(receiveStock, { partId, locationId, quantity, condition: 'defective' });
  return { partId, locationId, fromSiteId: ships.fromSiteId };
}

it('goods go back to a supplier and are his when he has them', async () => {
  const { world } = ships;
  const named = { code: mint('SUP'), nameEn: 'Supplier', nameZh: '供应商' };
  const { partyId } = await world.run(createParty, { ...named, kind: 'supplier' });
  const goods = await defective(3);
  const wish = { ...goods, toSiteId: null, toPartyId: partyId, quantity: 2 };
  const { shipmentId } = await world.run(openForTest, wish);
  const early = world.run(confirmShipmentDelivery, { shipmentId });
  await expect(early).rejects.toThrow('event-not-allowed');
  await world.run(dispatchShipment, { shipmentId, rest: 'unboxed', carrier: 'SF' });
  expect((await world.run(confirmShipmentDelivery, { shipmentId })).state).toBe('received');
  const again = world.run(confirmShipmentDelivery, { shipmentId });
  await expect(again).rejects.toThrow('event-not-allowed');
  const [row] = await world.database.owner<{ n: string }[]>`
    select on_hand as n from bucket where location_id = ${place.supplier} and part_id = ${goods.partId}
      and condition = 'defective'`;
  // Three came from suppliers, two went back.
  expect(Number(row?.n)).toBe(2 - 3);
});

it('goods of a source nobody here knows are received by the other site, and never confirmed from here', async () => {
  const { world, dockId } = ships;
  const goods = await defective(2);
  const wish = { ...goods, toSiteId: ships.toSiteId, toPartyId: null, quantity: 2 };
  const { shipmentId } = await world.run(openForTest, wish);
  await world.run(dispatchShipment, { shipmentId, rest: 'unboxed' });
  const confirmed = world.run(confirmShipmentDelivery, { shipmentId });
  await expect(confirmed).rejects.toThrow('received-at-dock');
  const received = { shipmentId, locationId: dockId, each: null };
  expect((await world.run(receiveForTest, received)).state).toBe('received');
});

it('goods that were never picked lie where they lay when their shipment is called off', async () => {
  const { world } = ships;
  const goods = await defective(4);
  const wish = { ...goods, toSiteId: ships.toSiteId, toPartyId: null, quantity: 4 };
  const { shipmentId } = await world.run(openForTest, wish);
  await expect(world.run(openForTest, wish)).rejects.toThrow('insufficient-stock');
  await world.run(cancelShipment, { shipmentId, goods: 'put-back', reason: 'not now' });
  const { rows } = await world.ask(stockOnHand, { partId: goods.partId });
  expect(rows.map(({ onHand, reserved }) => [onHand, reserved])).toEqual([[4, 0]]);
  expect((await world.ask(getShipment, { shipmentId })).state).toBe('cancelled');
});
