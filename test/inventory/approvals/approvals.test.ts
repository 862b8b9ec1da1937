/** Four eyes and limits: nobody approves his own wish, nobody beyond what he may. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  approvalRefusal,
  limitThatHolds,
} from '../../../src/inventory/approvals/approval.rules.ts';
import {
  approvalErrors,
  approvalKinds,
  listApprovalLimits,
  myApprovalLimits,
  requireApproval,
  setApprovalLimit,
} from '../../../src/inventory/index.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { defineCommand } from '../../../src/platform/command.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';

/** What any room that approves does: ask the door. */
const approve = defineCommand({
  name: 'kiln.approve',
  permission: 'kiln.approve',
  summary: 'Asks the door of approvals and nothing more.',
  input: z.strictObject({
    kind: z.enum(approvalKinds),
    requestedById: z.uuid(),
    valueMinor: z.int(),
  }),
  output: z.strictObject({}),
  errors: approvalErrors,
  run: async (work, asked) => {
    await requireApproval(work, asked);
    return {};
  },
});

describe('the rule', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });

  it('refuses one’s own, whatever the limit', () => {
    fc.assert(
      fc.property(fc.uuid(), amount, fc.option(amount), (who, valueMinor, maxMinor) => {
        const own = { approverId: who, requestedById: who, valueMinor, maxMinor };
        expect(approvalRefusal(own)).toBe('own-approval');
      }),
    );
  });

  it('passes exactly up to the limit', () => {
    fc.assert(
      fc.property(amount, fc.option(amount), (valueMinor, maxMinor) => {
        const said = approvalRefusal({ approverId: 'a', requestedById: 'b', valueMinor, maxMinor });
        const isWithin = maxMinor === null || valueMinor <= maxMinor;
        expect(said).toBe(isWithin ? null : 'above-approval-limit');
      }),
    );
  });

  it('puts one’s own limit before everybody’s, and knows none without either', () => {
    const all = { personId: null, maxMinor: 5 };
    const own = { personId: 'a', maxMinor: 9 };
    expect(limitThatHolds([all, own], 'a')).toBe(9);
    expect(limitThatHolds([own, all], 'b')).toBe(5);
    expect(limitThatHolds([own], 'b')).toBeNull();
  });
});

describe('approvals', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const asked = (requestedById: string, valueMinor: number) =>
    ({ kind: 'scrap', requestedById, valueMinor }) as const;

  it('are never for oneself: not for an approver, an administrator, or the product', async () => {
    const approver = actorWith(['kiln.approve']);
    const administrator = { ...approver, grants: new Map([['*', 'all' as const]]) };
    for (const actor of [approver, administrator, systemActor]) {
      const own = world.run(approve, asked(actor.id, 1), actor);
      await expect(own).rejects.toMatchObject({ code: 'inventory.own-approval' });
    }
    await world.run(approve, asked(systemActor.id, 1), approver);
  });

  it('end at the limit, which says itself in words people read', async () => {
    const approver = actorWith(['kiln.approve']);
    const other = actorWith(['kiln.approve']);
    const someone = actorWith([]);
    const limit = { kind: 'scrap', personId: approver.id, maxMinor: 12_50 } as const;
    await world.run(setApprovalLimit, limit);
    await world.run(setApprovalLimit, { kind: 'scrap', maxMinor: 99 });
    await world.run(approve, asked(someone.id, 12_50), approver);
    const above = world.run(approve, asked(someone.id, 12_51), approver);
    await expect(above).rejects.toMatchObject({
      code: 'inventory.above-approval-limit',
      params: { limit: '12.50', value: '12.51' },
    });
    const aboveForAll = world.run(approve, asked(someone.id, 1_00), other);
    await expect(aboveForAll).rejects.toMatchObject({ params: { limit: '0.99', value: '1.00' } });
    const ofAnotherKind = { ...asked(someone.id, 1_000_000), kind: 'adjustment' } as const;
    await world.run(approve, ofAnotherKind, other);

    expect(await world.ask(myApprovalLimits, {}, approver)).toEqual({
      limits: [
        { kind: 'request', maxMinor: null },
        { kind: 'scrap', maxMinor: 12_50 },
        { kind: 'adjustment', maxMinor: null },
      ],
    });
    const { limits } = await world.ask(listApprovalLimits, {});
    expect(limits.map(({ personId, maxMinor }) => [personId, maxMinor])).toEqual([
      [null, 99],
      [approver.id, 12_50],
    ]);

    await world.run(setApprovalLimit, { ...limit, maxMinor: 20_00 });
    await world.run(approve, asked(someone.id, 20_00), approver);
    await world.run(setApprovalLimit, { ...limit, maxMinor: null });
    await expect(world.run(approve, asked(someone.id, 1_00), approver)).rejects.toMatchObject({
      params: { limit: '0.99' },
    });
    await world.run(setApprovalLimit, { kind: 'scrap', maxMinor: null });
    await world.run(approve, asked(someone.id, 1_000_000), approver);
  });

  it('have limits only for whoever may set them', async () => {
    const approver = actorWith(['scrap.approve', 'requests.approve']);
    const raised = world.run(setApprovalLimit, { kind: 'scrap', maxMinor: 1 }, approver);
    await expect(raised).rejects.toMatchObject({ code: 'platform.not-permitted' });
    const looked = world.ask(listApprovalLimits, {}, approver);
    await expect(looked).rejects.toMatchObject({ code: 'platform.not-permitted' });
  });

  it('keep one limit a person and kind when two set it at once', async () => {
    const { id: personId } = actorWith([]);
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((maxMinor) =>
        world.run(setApprovalLimit, { kind: 'adjustment', personId, maxMinor }),
      ),
    );
    const { limits } = await world.ask(listApprovalLimits, {});
    expect(limits.filter((limit) => limit.personId === personId)).toHaveLength(1);
  });
});
