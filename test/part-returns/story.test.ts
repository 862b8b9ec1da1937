/** The life of a return: listed and held, handed over or sent, received, inspected; and of what is owed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countOwedReturns,
  listDefectiveReturns,
  receiveDefective,
  setApprovalLimit,
  stockOnHand,
} from '../../src/inventory/index.ts';
import { listOwnNotices } from '../../src/orders/index.ts';
import {
  addReturnLines,
  cancelPartReturn,
  chaseOwed,
  closeOwed,
  findPartReturn,
  followReturnShipment,
  getPartReturn,
  getReturnChasing,
  handOverReturn,
  inspectReturn,
  listPartReturns,
  noteOwedCredit,
  openPartReturn,
  planChasing,
  removeReturnLine,
  routeOwedReturns,
  sendPartReturn,
  setReturnChasing,
  usePart,
  writeOffOwed,
} from '../../src/part-returns/index.ts';
import { receiveShipment } from '../../src/receipts/index.ts';
import { loseShipment } from '../../src/shipments/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../support/world.ts';
import { type Field, makeField } from './field.ts';

let world: World;
let field: Field;
beforeAll(async () => {
  world = await openWorld();
  field = await makeField(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const code = (reason: string) => ({ code: reason });

async function onHand(partId: string, locationId: string, condition: string) {
  const { rows } = await world.ask(stockOnHand, { partId, locationId });
  return rows
    .filter((row) => row.condition === condition)
    .reduce((sum, row) => sum + row.onHand, 0);
}

/** Opens a return of so many of a part in the van. */
async function listed(partId: string, quantity: number, more = {}) {
  const stock = [{ locationId: field.vanId, partId, quantity }];
  return world.run(openPartReturn, { stock, ...more }, field.technician);
}

const view = (returnId: string) => world.ask(getPartReturn, { returnId });

/** What the outbox would tell the return of its shipment. */
async function follow(returnId: string, fate: 'arrived' | 'lost', quantity: number) {
  const { shipmentId } = await view(returnId);
  const rows = await world.database.owner<{ id: string }[]>`
    select id from shipment_line where shipment_id = ${shipmentId}`;
  const lines = rows.map(({ id: shipmentLineId }) => ({ shipmentLineId, quantity }));
  return world.run(followReturnShipment, { shipmentId: shipmentId ?? '', fate, lines });
}

describe('unused parts', () => {
  it('are handed over in parts, inspected to what they are, and closed', async () => {
    const { partId } = await field.part({ quantity: 5 });
    const opened = await listed(partId, 4);
    await expect(listed(partId, 2)).rejects.toMatchObject(code('inventory.insufficient-stock'));
    const { returnId } = opened;
    const [line] = (await view(returnId)).contents;
    const lineId = line?.lineId ?? '';
    const place = { returnId, locationId: field.binId };
    await expect(
      world.run(handOverReturn, { ...place, lines: [{ lineId, quantity: 5 }] }, field.clerk),
    ).rejects.toMatchObject(code('part-returns.more-than-listed'));
    const first = { ...place, lines: [{ lineId, quantity: 3 }] };
    expect(await world.run(handOverReturn, first, field.clerk)).toMatchObject({
      state: 'open',
      pieces: 3,
    });
    expect(await onHand(partId, field.binId, 'unverified')).toBe(3);
    const look = { returnId, lineId, locationId: field.binId };
    await world.run(inspectReturn, { ...look, quantity: 2, found: 'new' }, field.clerk);
    expect(await world.run(handOverReturn, place, field.clerk)).toMatchObject({
      state: 'received',
    });
    await expect(
      world.run(inspectReturn, { ...look, quantity: 3, found: 'good' }, field.clerk),
    ).rejects.toMatchObject(code('part-returns.more-than-came'));
    const last = { ...look, quantity: 2, found: 'quarantine' as const };
    expect(await world.run(inspectReturn, last, field.clerk)).toMatchObject({ state: 'closed' });
    expect(await onHand(partId, field.binId, 'new')).toBe(2);
    expect(await onHand(partId, field.binId, 'quarantine')).toBe(2);
    expect(await onHand(partId, field.vanId, 'new')).toBe(1);
    await expect(world.run(cancelPartReturn, { returnId })).rejects.toMatchObject(
      code('part-returns.event-not-allowed'),
    );
    const found = await world.ask(findPartReturn, { code: opened.number });
    expect(found.returnId).toBe(returnId);
  });

  it('travel unverified, and arrive through receiving', async () => {
    const { partId, serials } = await field.part({ tracking: 'serial', quantity: 2 });
    const stock = [{ locationId: field.vanId, partId, quantity: 2, serialNumbers: serials }];
    const opened = await world.run(
      openPartReturn,
      { stock, toSiteId: field.otherId },
      field.technician,
    );
    const { returnId } = opened;
    const sent = await world.run(
      sendPartReturn,
      { returnId, carrier: 'SF', trackingNumber: 'SF1' },
      field.technician,
    );
    expect(sent.state).toBe('sent');
    await expect(world.run(cancelPartReturn, { returnId })).rejects.toMatchObject(
      code('part-returns.event-not-allowed'),
    );
    await world.run(receiveShipment, { shipmentId: sent.shipmentId }, field.clerk);
    expect(await onHand(partId, field.dockId, 'unverified')).toBe(2);
    await follow(returnId, 'arrived', 1);
    const here = await view(returnId);
    expect(here).toMatchObject({ state: 'received', toInspect: 2 });
    for (const { lineId } of here.contents) {
      const look = { returnId, lineId, quantity: 1, locationId: field.dockId };
      await world.run(inspectReturn, { ...look, found: 'good' }, field.clerk);
    }
    expect((await view(returnId)).state).toBe('closed');
    expect(await onHand(partId, field.dockId, 'good')).toBe(2);
  });

  it('are free again when taken off or given up', async () => {
    const { partId } = await field.part({ quantity: 4 });
    const { returnId } = await listed(partId, 1);
    const more = [{ locationId: field.vanId, partId, quantity: 3 }];
    await world.run(addReturnLines, { returnId, stock: more }, field.technician);
    const [, second] = (await view(returnId)).contents;
    const off = { returnId, lineId: second?.lineId ?? '' };
    await world.run(removeReturnLine, off, field.technician);
    await expect(world.run(removeReturnLine, off, field.technician)).rejects.toMatchObject(
      code('part-returns.unknown-line'),
    );
    const gone = await world.run(cancelPartReturn, { returnId }, field.technician);
    expect(gone.state).toBe('cancelled');
    await listed(partId, 4);
  });

  it('are refused across sites, to where they are, and to strangers', async () => {
    const { partId } = await field.part({ quantity: 2 });
    const { returnId } = await listed(partId, 1);
    await expect(world.run(sendPartReturn, { returnId })).rejects.toMatchObject(
      code('part-returns.end-is-here'),
    );
    await expect(
      world.run(handOverReturn, { returnId, locationId: field.dockId }),
    ).rejects.toMatchObject(code('part-returns.different-sites'));
    const stranger = actorWith(['part-returns.view'], [field.otherId]);
    await expect(world.ask(getPartReturn, { returnId }, stranger)).rejects.toMatchObject(
      code('part-returns.unknown-return'),
    );
    await expect(world.run(openPartReturn, { stock: [] }, field.technician)).rejects.toMatchObject(
      code('part-returns.some-are-listed'),
    );
    const { total } = await world.ask(listPartReturns, { isMine: true }, field.technician);
    expect(total).toBeGreaterThan(2);
  });
});

describe('what is owed', () => {
  const job = 'SR-77';
  async function owe() {
    const made = await field.part({ isRepairable: true, quantity: 2 });
    const used = { locationId: field.vanId, partId: made.partId, job };
    const { owed } = await world.run(usePart, used, field.technician);
    const { returns } = await world.ask(listDefectiveReturns, { search: owed[0] ?? '' });
    const [row] = returns;
    if (row === undefined) throw new Error('nothing is owed');
    return { ...made, owedReturnId: row.id, row };
  }

  it('arises from a use, is routed, and comes back with its box', async () => {
    const { partId, owedReturnId, row } = await owe();
    expect(row).toMatchObject({ state: 'owed', document: job, owedById: field.technician.id });
    const { routes } = await world.ask(routeOwedReturns, { owedReturnIds: [owedReturnId] });
    expect(routes).toMatchObject([{ isHere: true }]);
    const goal = { owedReturnIds: [owedReturnId], toSiteId: field.otherId };
    const { returnId } = await world.run(openPartReturn, goal, field.technician);
    await expect(
      world.run(writeOffOwed, { owedReturnId, reason: 'gone' }, field.clerk),
    ).rejects.toMatchObject(code('part-returns.on-another-return'));
    const { shipmentId } = await world.run(sendPartReturn, { returnId }, field.technician);
    expect((await world.ask(listDefectiveReturns, { state: 'sent' })).returns).toContainEqual(
      expect.objectContaining({ id: owedReturnId }),
    );
    await world.run(receiveShipment, { shipmentId }, field.clerk);
    await follow(returnId, 'arrived', 1);
    const [line] = (await view(returnId)).contents;
    await world.run(
      inspectReturn,
      {
        ...{ returnId, lineId: line?.lineId ?? '', quantity: 1, found: 'defective' },
        locationId: field.dockId,
        credit: { minor: 500, currency: 'CNY', reference: 'CN-1' },
      },
      field.clerk,
    );
    const closed = await world.ask(listDefectiveReturns, { state: 'closed', search: row.number });
    expect(closed.returns[0]).toMatchObject({ creditMinor: 500, creditReference: 'CN-1' });
    await world.run(noteOwedCredit, {
      owedReturnId,
      credit: { minor: 600, currency: 'CNY', reference: 'CN-2' },
    });
    expect(await onHand(partId, field.dockId, 'defective')).toBe(1);
  });

  it('is written off by somebody else within his limit, and its keeper is told', async () => {
    const { owedReturnId, partId } = await owe();
    const wish = { owedReturnId, reason: 'Customer kept it' };
    const keeper = actorWith(['part-returns.write-off'], [field.siteId]);
    await expect(
      world.run(writeOffOwed, wish, { ...keeper, id: field.technician.id }),
    ).rejects.toMatchObject(code('inventory.own-approval'));
    await world.run(setApprovalLimit, { kind: 'scrap', personId: keeper.id, maxMinor: 1 });
    await expect(world.run(writeOffOwed, wish, keeper)).rejects.toMatchObject(
      code('inventory.above-approval-limit'),
    );
    await world.run(writeOffOwed, wish, field.clerk);
    expect(await onHand(partId, field.vanId, 'defective')).toBe(0);
    await expect(world.run(writeOffOwed, wish, field.clerk)).rejects.toMatchObject(
      code('inventory.event-not-allowed'),
    );
    const { notices } = await world.ask(listOwnNotices, {}, field.technician);
    expect(notices.map(({ key }) => key)).toContain('owed-written-off');
  });

  it('is handed over at the counter, then closed with what was credited', async () => {
    const { owedReturnId } = await owe();
    const back = { returnId: owedReturnId, locationId: field.binId };
    await world.run(receiveDefective, back, field.clerk);
    const credit = { minor: 100, currency: 'CNY' };
    await world.run(closeOwed, { owedReturnId, note: 'board burnt', credit }, field.clerk);
    await expect(world.run(closeOwed, { owedReturnId }, field.clerk)).rejects.toMatchObject(
      code('inventory.event-not-allowed'),
    );
  });

  it('ends with the loss of its box', async () => {
    const { owedReturnId } = await owe();
    const goal = { owedReturnIds: [owedReturnId], toSiteId: field.otherId };
    const { returnId } = await world.run(openPartReturn, goal, field.technician);
    const { shipmentId } = await world.run(sendPartReturn, { returnId }, field.technician);
    await world.run(loseShipment, { shipmentId, reason: 'truck burnt' });
    await follow(returnId, 'lost', 1);
    expect((await view(returnId)).state).toBe('closed');
    const gone = await world.ask(listDefectiveReturns, { state: 'written-off', limit: 200 });
    expect(gone.returns.map(({ id }) => id)).toContain(owedReturnId);
  });

  it('is reminded of before and after it is due, and somebody else hears when it is late', async () => {
    const chief = actorWith(['notices.manage-own']);
    const { siteId } = field;
    const days = { dueDays: 10, daysBefore: 2, everyDays: 5, escalateAfterDays: 8 };
    await world.run(setReturnChasing, { siteId, ...days });
    expect(await world.ask(getReturnChasing, { siteId })).toMatchObject(days);
    await expect(
      world.run(setReturnChasing, { siteId, ...days, escalateToId: chief.id }),
    ).rejects.toMatchObject(code('part-returns.unknown-person'));
    await world.database.owner`
      update return_chasing set escalate_to_id = ${chief.id}, escalate_to_name = 'Chief'
      where site_id = ${siteId}`;
    const { owedReturnId } = await owe();
    expect(await world.run(planChasing, { owedReturnId })).toEqual({ isPlanned: true });
    world.clock.advanceDays(8);
    expect(await world.run(chaseOwed, { owedReturnId })).toEqual({ told: 1 });
    world.clock.advanceDays(12);
    expect(await world.run(chaseOwed, { owedReturnId })).toEqual({ told: 2 });
    const { ages, people } = await world.ask(countOwedReturns, {}, field.clerk);
    expect(ages.find(({ age }) => age === 'month')?.returns).toBeGreaterThan(0);
    expect(people[0]).toMatchObject({ personId: field.technician.id });
    const told = await world.ask(listOwnNotices, {}, chief);
    expect(told.notices.map(({ key }) => key)).toEqual(['owed-escalated']);
    const waiting = await world.database.owner<{ run_at: string }[]>`
      select run_at from job where unique_key = ${`chase:${owedReturnId}`} and done_at is null`;
    expect(waiting).toHaveLength(1);
  });
});
