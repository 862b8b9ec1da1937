/** Asking for parts: where they go by itself, what is refused by name, what needs nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocation } from '../../../src/inventory/index.ts';
import {
  approveRequest,
  countRequests,
  getRequest,
  listOwnVans,
  listRequestPolicies,
  listRequests,
  lookUpParts,
  setRequestPolicy,
  submitRequest,
} from '../../../src/orders/index.ts';
import { systemIds } from '../../../src/platform/ids.ts';
import { actorWith, mint, openWorld, type World } from '../../support/world.ts';
import { makeOffice, type Office } from './request-world.ts';

let world: World;
let office: Office;
beforeAll(async () => {
  world = await openWorld();
  office = await makeOffice(world);
});
afterAll(() => world.close());

const refused = (code: string, params: object = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) });

async function costing(partId: string, costMinor: number | null): Promise<string> {
  await world.database.owner`update part set cost_minor = ${costMinor} where id = ${partId}`;
  return partId;
}

async function retired(partId: string): Promise<string> {
  await world.database.owner`update part set retired_at = now() where id = ${partId}`;
  return partId;
}

async function numberOf(partId: string): Promise<string> {
  const { parts } = await world.ask(lookUpParts, { partIds: [partId] });
  return parts[0]?.partNumber ?? '';
}

describe('asking for parts', () => {
  it('goes to one’s own van without a word, and shows every line', async () => {
    const [a, b] = [await costing(await world.part(), 2_50), await costing(await world.part(), 10)];
    const asked = await office.ask(
      [
        { partId: a, quantity: 4 },
        { partId: b, quantity: 1 },
      ],
      { priority: 1, neededBy: '2026-11-20', documentNumber: 'JOB-7' },
    );
    expect(asked).toMatchObject({ state: 'submitted', version: 1, orderNumber: null });
    expect(asked.number).toMatch(/^REQ-\d{6}$/);
    const seen = await world.ask(getRequest, { requestId: asked.requestId }, office.technician);
    expect(seen).toMatchObject({
      destinationId: office.vanId,
      kind: 'field-service',
      priority: 1,
      neededBy: '2026-11-20T23:59:59.000Z',
      documentNumber: 'JOB-7',
      valueMinor: 10_10,
      isValueKnown: true,
      requestedById: office.technician.id,
      timeline: [{ command: 'requests.submit' }],
    });
    expect(
      seen.lines.map(({ partId, quantity, undecided, cancellable }) => [
        ...[partId, quantity, undecided, cancellable],
      ]),
    ).toEqual([
      [a, 4, 4, 4],
      [b, 1, 1, 1],
    ]);
    expect(seen.events).toEqual([
      { event: 'approve', allowed: false, refusal: 'inventory.own-approval' },
      { event: 'reject', allowed: false, refusal: 'inventory.own-approval' },
      { event: 'cancel', allowed: true, refusal: null },
    ]);
    const { vans } = await world.ask(listOwnVans, {}, office.technician);
    expect(vans.map(({ id }) => id)).toEqual([office.vanId]);
  });

  it('says what is wrong with the place', async () => {
    const lines = [{ partId: await world.part(), quantity: 1 }];
    const walker = actorWith(['requests.submit'], [office.siteId]);
    await expect(world.run(submitRequest, { lines }, walker)).rejects.toEqual(
      refused('orders.no-own-van'),
    );
    const { siteId: elsewhere } = await world.site();
    const foreignVan = await world.bin(elsewhere, 'bench');
    const toForeign = { lines, destinationId: foreignVan };
    await expect(world.run(submitRequest, toForeign, office.technician)).rejects.toEqual(
      refused('inventory.unknown-location'),
    );
    const toBin = { lines, destinationId: office.binId };
    await expect(world.run(submitRequest, toBin, office.technician)).rejects.toEqual(
      refused('orders.destination-cannot-hold-stock'),
    );
    const refill = { ...toBin, kind: 'replenishment' } as const;
    expect(await world.run(submitRequest, refill, walker)).toMatchObject({ state: 'submitted' });
    const { locationId: dock } = await world.run(createLocation, {
      siteId: office.siteId,
      code: mint('DOCK'),
      kind: 'dock',
    });
    const toDock = { ...refill, destinationId: dock };
    await expect(world.run(submitRequest, toDock, walker)).rejects.toEqual(
      refused('orders.destination-cannot-hold-stock'),
    );
  });

  it('says what is wrong with parts and days', async () => {
    const partId = await world.part();
    const line = { partId, quantity: 1 };
    const unknown = systemIds(world.clock).newId();
    const partNumber = await numberOf(partId);
    await expect(office.ask([{ partId: unknown, quantity: 1 }])).rejects.toEqual(
      refused('inventory.unknown-part'),
    );
    await expect(office.ask([line, line])).rejects.toEqual(
      refused('orders.part-twice', { partNumber }),
    );
    await expect(office.ask([line], { neededBy: '2026-11-14' })).rejects.toEqual(
      refused('orders.needed-by-is-over', { day: '2026-11-14' }),
    );
    // It is still yesterday somewhere.
    await office.ask([line], { neededBy: '2026-11-15' });
    await expect(office.ask([])).rejects.toMatchObject({ code: 'platform.invalid-input' });
    const dear = await costing(await world.part(), 90_000_000_000_000);
    await expect(office.ask([{ partId: dear, quantity: 1_000_000_000 }])).rejects.toEqual(
      refused('orders.value-beyond-counting'),
    );
  });

  it('names the successor of a part that is no longer given out', async () => {
    const [old, young, lonely] = [await world.part(), await world.part(), await world.part()];
    await world.database.owner`
      insert into part_relation (id, from_part_id, to_part_id, kind, is_two_way, numerator, denominator,
                                 use_up_old_first, created_by_name, created_at)
      values (${systemIds(world.clock).newId()}, ${old}, ${young}, 'supersedes', false, 1, 1, false, 'nobody', now())`;
    await office.ask([{ partId: old, quantity: 1 }]);
    await retired(old);
    await retired(lonely);
    const [partNumber, successor] = [await numberOf(old), await numberOf(young)];
    await expect(office.ask([{ partId: old, quantity: 1 }])).rejects.toEqual(
      refused('orders.part-is-replaced', { partNumber, successor }),
    );
    await expect(office.ask([{ partId: lonely, quantity: 1 }])).rejects.toEqual(
      refused('orders.part-is-retired'),
    );
    const { parts } = await world.ask(lookUpParts, { code: partNumber });
    expect(parts).toMatchObject([{ id: old, isRetired: true, successor: { id: young } }]);
  });

  it('asks again before it takes the same wish for the same job twice', async () => {
    const partId = await world.part();
    const lines = [{ partId, quantity: 1 }];
    const first = await office.ask(lines, { documentNumber: 'JOB-1' });
    await office.ask(lines, { documentNumber: 'JOB-2' });
    await office.ask(lines);
    const again = office.ask(lines, { documentNumber: 'JOB-1' });
    await expect(again).rejects.toMatchObject({
      category: 'confirm',
      code: 'orders.asked-before',
      params: { number: first.number },
    });
    const { output } = await world.executor.execute(
      submitRequest,
      { lines, documentNumber: 'JOB-1' },
      { actor: office.technician, acknowledge: ['orders.asked-before'] },
    );
    expect(output.state).toBe('submitted');
  });

  it('lets one of several equal wishes at once through unasked', async () => {
    const lines = [{ partId: await world.part(), quantity: 1 }];
    const ways = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => office.ask(lines)));
    expect(ways.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is one wish however often a key is sent', async () => {
    const lines = [{ partId: await world.part(), quantity: 1 }];
    const call = { actor: office.technician, idempotencyKey: mint('key') };
    const first = await world.executor.execute(submitRequest, { lines }, call);
    const second = await world.executor.execute(submitRequest, { lines }, call);
    expect(second).toEqual({ output: first.output, replayed: true });
  });
});

describe('a policy', () => {
  it('approves what is cheap, known and of its kind, and nothing else', async () => {
    const site = await makeOffice(world);
    await world.run(setRequestPolicy, { kind: 'field-service', automaticMaxMinor: 10_00 });
    const cheap = await costing(await world.part(), 2_50);
    const unknown = await costing(await world.part(), null);
    const within = await site.ask([{ partId: cheap, quantity: 4 }]);
    expect(within).toMatchObject({ state: 'approved', orderNumber: expect.any(String) });
    const seen = await world.ask(getRequest, { requestId: within.requestId }, site.technician);
    expect(seen).toMatchObject({ isDecidedByPolicy: true });
    expect(seen.lines[0]).toMatchObject({ approved: 4, undecided: 0 });
    const dear = await site.ask([{ partId: cheap, quantity: 5 }], { documentNumber: 'J1' });
    expect(dear.state).toBe('submitted');
    const mystery = await site.ask([{ partId: unknown, quantity: 1 }]);
    expect(mystery.state).toBe('submitted');
    const refill = await world.run(
      submitRequest,
      {
        kind: 'replenishment',
        destinationId: site.binId,
        lines: [{ partId: await costing(await world.part(), 1), quantity: 1 }],
      },
      site.technician,
    );
    expect(refill.state).toBe('submitted');
    expect((await world.ask(listRequestPolicies, {})).policies).toMatchObject([
      { kind: 'field-service', automaticMaxMinor: 10_00 },
      { kind: 'replenishment', automaticMaxMinor: null },
    ]);
    await world.run(setRequestPolicy, { kind: 'field-service', automaticMaxMinor: null });
    const later = await site.ask([{ partId: cheap, quantity: 1 }], { documentNumber: 'J2' });
    expect(later.state).toBe('submitted');
    const own = world.run(
      setRequestPolicy,
      { kind: 'field-service', automaticMaxMinor: 1 },
      site.approver,
    );
    await expect(own).rejects.toMatchObject({ code: 'platform.not-permitted' });
  });
});

describe('the lists', () => {
  it('put the most urgent first for the approver, and show each reader his own sites', async () => {
    const site = await makeOffice(world);
    const other = await makeOffice(world);
    const asked = async (priority: number, neededBy: string | null) => {
      const partId = await world.part();
      return (await site.ask([{ partId, quantity: 1 }], { priority, neededBy })).number;
    };
    const low = await asked(4, null);
    const soon = await asked(2, '2026-11-18');
    const later = await asked(2, '2026-12-01');
    const anyDay = await asked(2, null);
    const urgent = await asked(1, null);
    const waiting = await world.ask(listRequests, { shelf: 'waiting' }, site.approver);
    expect(waiting.requests.map(({ number }) => number)).toEqual([
      ...[urgent, soon, later, anyDay, low],
    ]);
    const paged = await world.ask(
      listRequests,
      { shelf: 'waiting', limit: 2, page: 2 },
      site.approver,
    );
    expect([paged.total, paged.requests.map(({ number }) => number)]).toEqual([5, [later, anyDay]]);
    const none = await world.ask(listRequests, {}, other.approver);
    expect(none.total).toBe(0);
    const found = await world.ask(listRequests, { search: soon.toLowerCase() }, site.technician);
    expect(found.total).toBe(1);

    const colleague = actorWith(['requests.submit', 'requests.view'], [site.siteId]);
    const toTheVan = {
      destinationId: site.vanId,
      lines: [{ partId: await world.part(), quantity: 1 }],
    };
    const forHim = await world.run(submitRequest, toTheVan, colleague);
    const own = await world.ask(listRequests, { onlyOwn: true, shelf: 'open' }, site.technician);
    expect([own.total, own.requests[0]?.number]).toEqual([6, forHim.number]);
    expect(await world.ask(countRequests, {}, site.technician)).toEqual({
      toApprove: 0,
      ownOpen: 6,
    });
    expect(await world.ask(countRequests, {}, site.approver)).toEqual({ toApprove: 6, ownOpen: 0 });

    const { requestId } = forHim;
    await expect(world.ask(getRequest, { requestId }, other.technician)).rejects.toMatchObject({
      code: 'orders.unknown-request',
    });
    await expect(world.run(approveRequest, { requestId }, other.approver)).rejects.toMatchObject({
      code: 'orders.unknown-request',
    });
  });
});
