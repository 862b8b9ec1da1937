/**
 * Random walks through picking, packing, sending, losing, finding and receiving: whatever people do and
 * whatever is refused, lines, boxes, holds, orders and the ledger agree afterwards.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DomainError } from '../../src/platform/errors.ts';
import {
  cancelShipment,
  dispatchShipment,
  findGoodsAgain,
  getShipment,
  listShipments,
  loseShipment,
  markUnboxed,
  packGoods,
  pickGoods,
  pickList,
  pickShort,
  putGoodsBack,
  removeBox,
  shipmentsErrors,
  unpackGoods,
  weighShipmentBox,
} from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { expectShipmentsAgree } from './agree.ts';
import { openShippingWorld, receiveForTest, type ShippingWorld } from './shipping-world.ts';

let ships: ShippingWorld;
beforeAll(async () => {
  ships = await openShippingWorld();
});
afterAll(() => ships.close());

interface Step {
  readonly verb: (typeof verbs)[number];
  /** Which of the shipments, lines or boxes there are; taken modulo their number. */
  readonly which: number;
  readonly much: number;
}

const verbs = [
  'order',
  'pick',
  'pick',
  'short',
  'pack',
  'pack',
  'repack',
  'new-box',
  'unpack',
  'unbox',
  'weigh',
  'remove-box',
  'put-back',
  'dispatch',
  'dispatch-rest',
  'cancel',
  'receive',
  'lose',
  'find',
] as const;

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  which: fc.nat(1000),
  much: fc.integer({ min: 1, max: 4 }),
});

function at<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)];
}

async function view(which: number) {
  const { world, fromSiteId } = ships;
  const { shipments } = await world.ask(listShipments, { fromSiteId, limit: 6 });
  const shipmentId = at(shipments, which)?.shipmentId;
  return shipmentId === undefined ? undefined : world.ask(getShipment, { shipmentId });
}

async function pickSome({ which, much, verb }: Step): Promise<void> {
  const { world, fromSiteId: siteId } = ships;
  const { rows } = await world.ask(pickList, { siteId });
  const row = at(rows, which);
  if (row === undefined) return;
  const { allocationId, locationId, partId, quantity, serialNumber } = row;
  if (verb === 'short') {
    const found = Math.min(much - 1, quantity - 1);
    await world.run(pickShort, { siteId, allocationId, found, reason: 'missing' });
    return;
  }
  const picks = [{ locationId, partId, quantity, serialNumber, allocationId }];
  await world.run(pickGoods, { siteId, picks });
}

async function actOn(shipment: NonNullable<Awaited<ReturnType<typeof view>>>, step: Step) {
  const { world, dockId: locationId } = ships;
  const { shipmentId } = shipment;
  const line = at(shipment.contents, step.which);
  const box = at(shipment.boxList, step.which)?.boxNumber ?? null;
  const emptyBox = shipment.boxList.find(({ pieces }) => pieces === 0)?.boxNumber;
  const lineIds = line === undefined ? [] : [line.lineId];
  const items = lineIds.map((lineId) => ({ lineId, quantity: step.much }));
  const reason = 'walked';
  switch (step.verb) {
    case 'pack':
      return world.run(packGoods, { shipmentId, items });
    case 'repack':
      return world.run(packGoods, { shipmentId, items, boxNumber: box });
    case 'new-box':
      return world.run(packGoods, { shipmentId });
    case 'unpack':
      return world.run(unpackGoods, { shipmentId, lineIds });
    case 'unbox':
      return world.run(markUnboxed, { shipmentId, lineIds, isUnboxed: step.much > 1 });
    case 'weigh':
      return world.run(weighShipmentBox, { shipmentId, boxNumber: box ?? '-', weightGrams: 9 });
    case 'remove-box':
      return world.run(removeBox, { shipmentId, boxNumber: emptyBox ?? box ?? '-' });
    case 'put-back':
      return world.run(putGoodsBack, { shipmentId, lineIds, staysPromised: step.much > 2 });
    case 'dispatch':
      return world.run(dispatchShipment, { shipmentId, rest: 'next' });
    case 'dispatch-rest':
      return world.run(dispatchShipment, { shipmentId, rest: 'unboxed' });
    case 'cancel':
      return world.run(cancelShipment, {
        shipmentId,
        reason,
        goods: step.much > 2 ? 'leave' : 'put-back',
      });
    case 'receive':
      return world.run(receiveForTest, { shipmentId, locationId, each: step.much });
    case 'lose':
      return world.run(loseShipment, { shipmentId, reason, boxNumber: step.much > 2 ? null : box });
    default: {
      const entryId = at(shipment.losses, step.which)?.entryId ?? shipmentId;
      return world.run(findGoodsAgain, { shipmentId, entryId, reason });
    }
  }
}

async function take(step: Step): Promise<void> {
  if (step.verb === 'order') {
    await ships.promised(step.much, { tracking: step.which % 3 === 0 ? 'serial' : 'none' });
    return;
  }
  if (step.verb === 'pick' || step.verb === 'short') {
    await pickSome(step);
    return;
  }
  const shipment = await view(step.which);
  if (shipment !== undefined) await actOn(shipment, step);
}

it('lines, boxes, holds, orders and the ledger agree wherever a walk leads', async () => {
  const done = new Map<string, number>();
  const told = new Set<string>();
  const walk = fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
    await ships.promised(4);
    await ships.promised(2, { tracking: 'serial' });
    for (const one of steps) {
      try {
        await take(one);
        done.set(one.verb, (done.get(one.verb) ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        told.add(error.code);
      }
    }
    await expectShipmentsAgree(ships.world.database.owner);
  });
  await fc.assert(walk, { numRuns: 12, seed: 20_261_122, endOnFailure: true });
  await expectCleanLedger(ships.world.database.connection);
  // A walk that only ever met refusals would prove nothing.
  expect([...done.keys()].sort()).toEqual([...new Set(verbs)].sort());
  const own = new Set<string>(shipmentsErrors.codes);
  expect([...told].filter((code) => !own.has(code) && code !== 'platform.invalid-input')).toEqual(
    [],
  );
}, 180_000);
