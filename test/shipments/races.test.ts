/**
 * Two people at once: whoever is second is told so, nothing is picked, packed, sent or written off
 * twice, and the ledger, the holds and the orders agree afterwards.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/platform/actor.ts';
import { DomainError } from '../../src/platform/errors.ts';
import {
  cancelShipment,
  dispatchShipment,
  findGoodsAgain,
  getShipment,
  loseShipment,
  packGoods,
  pickGoods,
  pickShort,
  putGoodsBack,
} from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { expectShipmentsAgree } from './agree.ts';
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
afterEach(async () => {
  await expectCleanLedger(ships.world.database.connection);
  await expectShipmentsAgree(ships.world.database.owner);
});
afterAll(() => ships.close());

/** What came of several commands at once: how many took effect, and the codes of the refused. */
async function race(sends: readonly (() => Promise<unknown>)[]) {
  const settled = await Promise.allSettled(sends.map((send) => send()));
  const codes = settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [];
    if (one.reason instanceof DomainError) return [one.reason.code];
    throw one.reason;
  });
  return { won: settled.length - codes.length, codes };
}

const rounds = Array.from({ length: 4 }, (_, round) => round);

describe.each(rounds)('round %i of two at once', () => {
  it('one promise is picked once', async () => {
    const { world, fromSiteId: siteId, binId: locationId } = ships;
    const { partId } = await ships.promised(5);
    const pick = () =>
      world.run(pickGoods, { siteId, picks: [{ locationId, partId, quantity: 5 }] });
    const { won, codes } = await race([pick, pick, pick, pick]);
    expect(won).toBe(1);
    for (const code of codes) {
      expect(['shipments.taken-meanwhile', 'shipments.part-not-wanted']).toContain(code);
    }
  });

  it('many pickers share one shipment to one destination', async () => {
    const { world, fromSiteId: siteId, binId: locationId } = ships;
    const parts = await Promise.all([1, 2, 3, 4].map((n) => ships.promised(n)));
    const answers = await Promise.all(
      parts.map(({ partId, quantity }) =>
        world.run(pickGoods, { siteId, picks: [{ locationId, partId, quantity }] }),
      ),
    );
    const shipments = new Set(answers.flatMap(({ picked }) => picked.map((one) => one.shipmentId)));
    expect(shipments.size).toBe(1);
  });

  it('a short pick and a whole one: one of them', async () => {
    const { world, fromSiteId: siteId, binId: locationId } = ships;
    const { partId, allocationIds } = await ships.promised(4);
    const allocationId = allocationIds[0] ?? '';
    const { won } = await race([
      () => world.run(pickGoods, { siteId, picks: [{ locationId, partId, quantity: 4 }] }),
      () => world.run(pickShort, { siteId, allocationId, found: 1, reason: 'missing' }),
    ]);
    expect(won).toBe(1);
  });

  it('packing and putting back: one of them', async () => {
    const { world } = ships;
    const shipmentId = await ships.pickAll(await ships.promised(3));
    const line = (await contentsOf(world, shipmentId)).find(
      (one) => !one.isPacked && one.quantity === 3,
    );
    const lineId = line?.lineId ?? '';
    const { won, codes } = await race([
      () => world.run(packGoods, { shipmentId, items: [{ lineId }] }),
      () => world.run(putGoodsBack, { shipmentId, lineIds: [lineId] }),
    ]);
    expect(won).toBe(1);
    expect(['shipments.unknown-line', 'shipments.is-packed']).toContain(codes[0]);
  });

  it('a pick and a cancellation leave no goods without a shipment', async () => {
    const { world, fromSiteId: siteId, binId: locationId } = ships;
    const shipmentId = await ships.pickAll(await ships.promised(2));
    const { partId } = await ships.promised(2);
    const reason = 'called off';
    await race([
      () => world.run(pickGoods, { siteId, picks: [{ locationId, partId, quantity: 2 }] }),
      () => world.run(cancelShipment, { shipmentId, goods: 'put-back', reason }),
    ]);
    expect((await world.ask(getShipment, { shipmentId })).state).toBe('cancelled');
  });

  it('a shipment leaves once, with all that was picked for it or without', async () => {
    const { world, fromSiteId: siteId, binId: locationId } = ships;
    const shipmentId = await ships.pickAll(await ships.promised(2));
    const { partId } = await ships.promised(2);
    const send = () => world.run(dispatchShipment, { shipmentId, rest: 'unboxed' });
    const { won } = await race([
      send,
      send,
      () => world.run(pickGoods, { siteId, picks: [{ locationId, partId, quantity: 2 }] }),
    ]);
    expect(won).toBe(2);
    const { onTheWay, pieces } = await world.ask(getShipment, { shipmentId });
    expect(onTheWay).toBe(pieces);
  });

  it('goods are lost or received, never both; found once', async () => {
    const { world, dockId } = ships;
    const shipmentId = await ships.pickAll(await ships.promised(4));
    await world.run(dispatchShipment, { shipmentId, rest: 'unboxed' });
    const lose = () => world.run(loseShipment, { shipmentId, reason: 'gone' });
    const receive = () => world.run(receiveForTest, { shipmentId, locationId: dockId, each: 1 });
    await race([lose, receive, lose, receive]);
    const view = await world.ask(getShipment, { shipmentId });
    for (const line of view.contents) {
      expect(line.received + line.lost + line.onTheWay).toBe(line.quantity);
    }
    const entryId = view.losses[0]?.entryId ?? '';
    const find = () => world.run(findGoodsAgain, { shipmentId, entryId, reason: 'there it is' });
    expect((await race([find, find])).won).toBe(view.losses.length > 0 ? 1 : 0);
  });
});

it('one call sent twice under its key takes effect once', async () => {
  const { world, fromSiteId: siteId, binId: locationId } = ships;
  const { partId } = await ships.promised(6);
  const picks = [{ locationId, partId, quantity: 6 }];
  const call = { actor: systemActor, idempotencyKey: `pick-${partId}` };
  const send = () => world.executor.execute(pickGoods, { siteId, picks }, call);
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  for (const { output } of answers) expect(output).toEqual(answers[0]?.output);
});
