/** From the bin to the other site's dock: picked, packed, sent, received, lost and found again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  boxContents,
  dispatchShipment,
  findGoodsAgain,
  getShipment,
  listOnTheWay,
  loseShipment,
  packGoods,
  pickGoods,
} from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import {
  contentsOf,
  openShippingWorld,
  receiveForTest,
  type ShippingWorld,
} from './shipping-world.ts';

let ships: ShippingWorld;
beforeAll(async () => {
  ships = await openShippingWorld();
});
afterAll(async () => {
  await expectCleanLedger(ships.world.database.connection);
  await ships.close();
});

describe('a shipment', () => {
  it('carries promised goods from the bin to the dock', async () => {
    const { world, dockId } = ships;
    const bolts = await ships.promised(5);
    const boards = await ships.promised(2, { tracking: 'serial' });
    const shipmentId = await ships.pickAll(bolts);
    expect(await ships.pickAll(boards)).toBe(shipmentId);
    const lines = await contentsOf(world, shipmentId);
    expect(lines.map(({ quantity }) => quantity).sort()).toEqual([1, 1, 5]);
    await expect(world.run(dispatchShipment, { shipmentId })).rejects.toThrow(
      'everything-is-packed',
    );
    const first = await world.run(packGoods, {
      shipmentId,
      items: lines.filter((line) => line.serialNumber !== null).map(({ lineId }) => ({ lineId })),
    });
    const rest = lines.filter((line) => line.serialNumber === null);
    await world.run(packGoods, {
      shipmentId,
      items: rest.map(({ lineId }) => ({ lineId, quantity: 3 })),
    });
    const left = (await contentsOf(world, shipmentId)).filter((line) => !line.isPacked);
    expect(left.map(({ quantity }) => quantity)).toEqual([2]);
    const items = left.map(({ lineId }) => ({ lineId }));
    await world.run(packGoods, { shipmentId, boxNumber: first.boxNumber, items });
    const box = await world.ask(boxContents, { boxNumber: first.boxNumber });
    expect(box.contents.map(({ quantity }) => quantity).sort()).toEqual([1, 1, 2]);
    const sent = await world.run(dispatchShipment, {
      shipmentId,
      carrier: 'SF',
      trackingNumber: 'SF1',
    });
    expect(sent.state).toBe('in-transit');
    const { boxes } = await world.ask(listOnTheWay, {});
    expect(boxes.map(({ pieces }) => pieces).sort()).toEqual([3, 4]);
    const part = await world.run(receiveForTest, { shipmentId, locationId: dockId, each: 1 });
    expect(part.state).toBe('partly-received');
    const all = await world.run(receiveForTest, { shipmentId, locationId: dockId, each: null });
    expect(all.state).toBe('received');
  });

  it('that loses a box gets it back by undoing the loss, and its goods are free then', async () => {
    const { world, dockId } = ships;
    const screws = await ships.promised(6);
    const shipmentId = await ships.pickAll(screws);
    const [line] = await contentsOf(world, shipmentId);
    const lineId = line?.lineId ?? '';
    const one = await world.run(packGoods, { shipmentId, items: [{ lineId, quantity: 4 }] });
    const two = await world.run(packGoods, { shipmentId, items: [{ lineId }] });
    expect(two.boxNumber).not.toBe(one.boxNumber);
    await world.run(dispatchShipment, { shipmentId });
    const lost = { shipmentId, boxNumber: one.boxNumber, reason: 'fell off the lorry' };
    expect((await world.run(loseShipment, lost)).state).toBe('in-transit');
    await expect(world.run(loseShipment, lost)).rejects.toThrow('nothing-on-the-way');
    expect(
      (await world.run(receiveForTest, { shipmentId, locationId: dockId, each: null })).state,
    ).toBe('received');
    const view = await world.ask(getShipment, { shipmentId });
    expect(view.losses).toMatchObject([{ pieces: 4, boxNumber: one.boxNumber, foundAt: null }]);
    const entryId = view.losses[0]?.entryId ?? '';
    const found = await world.run(findGoodsAgain, {
      shipmentId,
      entryId,
      reason: 'it was next door',
    });
    expect(found.state).toBe('partly-received');
    const again = { shipmentId, entryId, reason: 'twice' };
    await expect(world.run(findGoodsAgain, again)).rejects.toThrow('nothing-to-find');
    expect(
      (await world.run(receiveForTest, { shipmentId, locationId: dockId, each: null })).state,
    ).toBe('received');
    const after = await contentsOf(world, shipmentId);
    expect(after.map(({ source, received }) => [source.split(':')[0], received]).sort()).toEqual([
      ['allocation', 2],
      ['found', 4],
    ]);
  });

  it('is not needed within a site: a pick hands over', async () => {
    const { world, fromSiteId, binId, otherBinId } = ships;
    const { partId, allocationIds } = await ships.promised(3, { destinationId: otherBinId });
    expect(allocationIds).toHaveLength(1);
    const picks = [{ locationId: binId, partId, quantity: 3 }];
    const { picked } = await world.run(pickGoods, { siteId: fromSiteId, picks });
    expect(picked).toMatchObject([{ quantity: 3, shipmentId: null }]);
  });
});
