/** Decisions: by another person, within his limit, line by line; and two that meet. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setApprovalLimit } from '../../../src/inventory/index.ts';
import {
  approveRequest,
  cancelRequest,
  getRequest,
  listOwnNotices,
  rejectRequest,
} from '../../../src/orders/index.ts';
import { decisionsFor, mayWithdraw } from '../../../src/orders/requests/decision.rules.ts';
import { systemIds } from '../../../src/platform/ids.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';
import { makeOffice, type Office } from './request-world.ts';

let world: World;
let office: Office;
beforeAll(async () => {
  world = await openWorld();
  office = await makeOffice(world);
});
afterAll(async () => {
  await expectCleanLedger(world.database.connection);
  await world.close();
});

const view = (requestId: string) => world.ask(getRequest, { requestId });

async function asked(...quantities: number[]) {
  const lines = await Promise.all(
    quantities.map(async (quantity) => ({ partId: await world.part(), quantity })),
  );
  const { requestId } = await office.ask(lines);
  const seen = await view(requestId);
  return {
    requestId,
    lineIds: seen.lines.map(({ id }) => id),
    partIds: lines.map((l) => l.partId),
  };
}

describe('the rule of decisions', () => {
  const quantity = fc.integer({ min: 1, max: 1_000 });

  it('takes every line once, never more than asked, less only with a reason', () => {
    const given = fc.array(
      fc.record({ quantity, approved: fc.nat(1_100), hasReason: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(given, (rows) => {
        const lines = rows.map((row, at) => ({ id: `line-${at}`, quantity: row.quantity }));
        const said = decisionsFor(
          lines,
          rows.map(({ approved, hasReason }, at) => ({
            lineId: `line-${at}`,
            approved,
            reason: hasReason ? 'why' : null,
          })),
        );
        const isRight = rows.every(
          (row) => row.approved <= row.quantity && (row.approved === row.quantity || row.hasReason),
        );
        expect('refusal' in said).toBe(!isRight);
        if (!('refusal' in said)) {
          expect(said.map(({ lineId }) => lineId)).toEqual(lines.map(({ id }) => id));
        }
      }),
    );
  });

  it('approves all as asked when nothing is said, and names what is missing or unknown', () => {
    const lines = [
      { id: 'a', quantity: 2 },
      { id: 'b', quantity: 3 },
    ];
    const all = { reason: null };
    expect(decisionsFor(lines, null)).toEqual([
      { lineId: 'a', approved: 2, ...all },
      { lineId: 'b', approved: 3, ...all },
    ]);
    const a = { lineId: 'a', approved: 2, ...all };
    expect(decisionsFor(lines, [a])).toMatchObject({ refusal: 'line-undecided', lineId: 'b' });
    expect(decisionsFor(lines, [a, a])).toMatchObject({ refusal: 'unknown-wish-line' });
    const stranger = { ...a, lineId: 'c' };
    expect(decisionsFor(lines, [a, stranger])).toMatchObject({ refusal: 'unknown-wish-line' });
  });

  it('lets the requester, the keeper of the place and the manager withdraw, nobody else', () => {
    const case_ = { id: 'x', requestedById: 'a', custodianId: 'b', mayManage: false };
    expect(mayWithdraw(case_)).toBe(false);
    expect(mayWithdraw({ ...case_, id: 'a' })).toBe(true);
    expect(mayWithdraw({ ...case_, id: 'b' })).toBe(true);
    expect(mayWithdraw({ ...case_, mayManage: true })).toBe(true);
  });
});

describe('approving', () => {
  it('in part opens an order for exactly that part', async () => {
    const { requestId, lineIds, partIds } = await asked(4, 2, 1);
    await world.stocked(partIds[0] ?? '', office.binId, 3);
    const moved = await world.run(
      approveRequest,
      {
        requestId,
        version: 1,
        lines: [
          { lineId: lineIds[0] ?? '', approved: 3, reason: 'one is in your van' },
          { lineId: lineIds[1] ?? '', approved: 2 },
          { lineId: lineIds[2] ?? '', approved: 0, reason: 'no longer needed' },
        ],
        reason: 'as agreed',
      },
      office.approver,
    );
    expect(moved).toMatchObject({ state: 'partly-approved', orderNumber: expect.any(String) });
    const seen = await view(requestId);
    expect(seen).toMatchObject({
      decidedByName: office.approver.name,
      decisionReason: 'as agreed',
      isDecidedByPolicy: false,
    });
    expect(
      seen.lines.map(({ approved, refused, allocated, waiting, undecided }) => ({
        ...{ approved, refused, allocated, waiting, undecided },
      })),
    ).toEqual([
      { approved: 3, refused: 1, allocated: 3, waiting: 0, undecided: 0 },
      { approved: 2, refused: 0, allocated: 0, waiting: 2, undecided: 0 },
      { approved: 0, refused: 1, allocated: 0, waiting: 0, undecided: 0 },
    ]);
    expect(seen.lines[0]?.promises).toMatchObject([{ state: 'held', quantity: 3 }]);
    for (const line of seen.lines) {
      const { undecided, refused, cancelled, waiting, allocated, picked, inTransit } = line;
      const sum = undecided + refused + cancelled + waiting + allocated + picked + inTransit;
      expect(sum + line.received).toBe(line.quantity);
    }
    const { notices } = await world.ask(listOwnNotices, {}, office.technician);
    expect(notices.map(({ key, about }) => [key, about])).toContainEqual([
      'asked-partly-approved',
      `request:${requestId}`,
    ]);
  });

  it('refuses by name what does not fit', async () => {
    const { requestId, lineIds } = await asked(4);
    const lineId = lineIds[0] ?? '';
    const decide = (lines: { lineId: string; approved: number; reason?: string }[]) =>
      world.run(approveRequest, { requestId, lines }, office.approver);
    await expect(decide([{ lineId, approved: 5 }])).rejects.toMatchObject({
      code: 'orders.over-asked',
      params: { asked: 4, line: 1 },
    });
    await expect(decide([{ lineId, approved: 3 }])).rejects.toMatchObject({
      code: 'orders.reason-missing',
    });
    await expect(decide([])).rejects.toMatchObject({ code: 'orders.line-undecided' });
    await expect(decide([{ lineId, approved: 0, reason: 'no' }])).rejects.toMatchObject({
      code: 'orders.something-is-approved',
    });
    const stranger = systemIds(world.clock).newId();
    await expect(decide([{ lineId: stranger, approved: 1 }])).rejects.toMatchObject({
      code: 'orders.unknown-wish-line',
    });
    const stale = world.run(approveRequest, { requestId, version: 7 }, office.approver);
    await expect(stale).rejects.toMatchObject({
      code: 'orders.version-changed',
      category: 'conflict',
      params: { state: 'submitted' },
    });
    expect(await view(requestId)).toMatchObject({ state: 'submitted', version: 1 });
  });

  it('is never for oneself, and ends at one’s limit', async () => {
    const both = actorWith(['requests.submit', 'requests.approve', 'requests.view']);
    const partId = await world.part();
    await world.database.owner`update part set cost_minor = 1000 where id = ${partId}`;
    const { requestId } = await office.ask([{ partId, quantity: 3 }]);
    const own = { ...office.technician, grants: both.grants };
    const refusal = { code: 'inventory.own-approval' };
    await expect(world.run(approveRequest, { requestId }, own)).rejects.toMatchObject(refusal);
    const said = world.run(rejectRequest, { requestId, reason: 'mine' }, own);
    await expect(said).rejects.toMatchObject(refusal);
    const limited = actorWith(['requests.approve', 'requests.view'], [office.siteId]);
    const limit = { kind: 'request', personId: limited.id, maxMinor: 20_00 } as const;
    await world.run(setApprovalLimit, limit);
    await expect(world.run(approveRequest, { requestId }, limited)).rejects.toMatchObject({
      code: 'inventory.above-approval-limit',
      params: { limit: '20.00', value: '30.00' },
    });
    const [line] = (await view(requestId)).lines;
    const lines = [{ lineId: line?.id ?? '', approved: 2, reason: 'my limit' }];
    await world.run(approveRequest, { requestId, lines }, limited);
  });

  it('is offered to whoever may, and grey with the reason to whoever may not', async () => {
    const { requestId } = await asked(1);
    const offered = async (actor: typeof office.technician) =>
      (await world.ask(getRequest, { requestId }, actor)).events;
    expect(await offered(office.technician)).toEqual([
      { event: 'approve', allowed: false, refusal: 'inventory.own-approval' },
      { event: 'reject', allowed: false, refusal: 'inventory.own-approval' },
      { event: 'cancel', allowed: true, refusal: null },
    ]);
    const colleague = actorWith(['requests.view'], [office.siteId]);
    expect((await offered(colleague)).find(({ event }) => event === 'cancel')).toEqual({
      event: 'cancel',
      allowed: false,
      refusal: 'orders.not-yours',
    });
    const taken = world.run(cancelRequest, { requestId }, colleague);
    await expect(taken).rejects.toMatchObject({ code: 'orders.not-yours' });
  });
});

describe('rejecting', () => {
  it('needs a reason, tells the requester, and ends it', async () => {
    const { requestId } = await asked(1, 2);
    const silent = world.run(rejectRequest, { requestId, reason: ' ' }, office.approver);
    await expect(silent).rejects.toMatchObject({ code: 'platform.invalid-input' });
    await world.run(rejectRequest, { requestId, reason: 'use the loaner' }, office.approver);
    const seen = await view(requestId);
    expect(seen).toMatchObject({ state: 'rejected', decisionReason: 'use the loaner' });
    expect(seen.lines.map(({ refused, reason }) => [refused, reason])).toEqual([
      [1, 'use the loaner'],
      [2, 'use the loaner'],
    ]);
    const over = { code: 'orders.event-not-allowed', params: { state: 'rejected' } };
    const { otherApprover } = office;
    const late = world.run(approveRequest, { requestId }, otherApprover);
    await expect(late).rejects.toMatchObject(over);
    const again = world.run(rejectRequest, { requestId, reason: 'again' }, otherApprover);
    await expect(again).rejects.toMatchObject(over);
    const back = world.run(cancelRequest, { requestId }, otherApprover);
    await expect(back).rejects.toMatchObject(over);
  });
});

describe('two at once', () => {
  it('of two approvers exactly one decides, and there is one order', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { requestId } = await asked(2);
      const ways = await Promise.allSettled(
        [office.approver, office.otherApprover, office.approver, office.otherApprover].map(
          (actor) => world.run(approveRequest, { requestId }, actor),
        ),
      );
      expect(ways.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const orders = await world.database.owner`
        select 1 from stock_order where request_id = ${requestId}`;
      expect(orders).toHaveLength(1);
    }
  });

  it('approving and taking back leave nothing held that nobody wants', async () => {
    for (let round = 0; round < 8; round += 1) {
      const partId = await world.part();
      await world.stocked(partId, office.binId, 2);
      const { requestId } = await office.ask([{ partId, quantity: 2 }]);
      const [, cancelled] = await Promise.allSettled([
        world.run(approveRequest, { requestId }, office.approver),
        world.run(cancelRequest, { requestId }, office.technician),
      ]);
      expect(cancelled.status).toBe('fulfilled');
      expect(await view(requestId)).toMatchObject({ state: 'cancelled' });
      const [held] = await world.database.owner<{ sum: string }[]>`
        select coalesce(sum(reserved), 0) as sum from bucket where part_id = ${partId}`;
      expect(Number(held?.sum)).toBe(0);
    }
  });
});
