/** Purchasing as programs use it, by every address of this room. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purchasingCommands, purchasingQueries } from '../../src/purchasing/index.ts';
import { purchasingRoutes } from '../../src/service/routes/purchasing.ts';
import { apiClient, rowsOf, textOf } from '../support/api-client.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { depot, partNumberOf, sells, supplier, waits } from './purchase-world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => {
  await expectCleanLedger(app.world.database.connection);
  await app.close();
});

async function client(role: 'clerk' | 'planner') {
  const { token } = await app.makeActorToken([{ role, siteId: null }]);
  const send = (
    path: string,
    { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
  ) => app.call(path, { method, headers, ...(body === undefined ? {} : { body }) });
  return apiClient(send, token);
}

describe('the addresses', () => {
  it('lead to every command and query of the room', () => {
    const routed = purchasingRoutes.map(({ action }) => action.name).sort();
    const named = [...purchasingCommands, ...purchasingQueries].map(({ name }) => name).sort();
    expect(routed).toEqual(named);
  });

  it('carry demand to an order and the goods', async () => {
    const { world } = app;
    const at = await depot(world);
    const partId = await world.part();
    const { supplierId } = await supplier(world);
    await sells(world, supplierId, partId);
    await waits(world, at, partId, 3);
    const [planner, clerk] = [await client('planner'), await client('clerk')];
    const search = await partNumberOf(world, partId);
    const [need] = rowsOf(await planner(`/purchase-demand?search=${search}`), 'rows');
    expect(need).toMatchObject({ waiting: 3, quantity: 3 });
    const picks = [{ partId, siteId: at.siteId }];
    const refused = await clerk('/purchase-demand/make-orders', { json: { picks } });
    expect(refused.status).toBe(403);
    const made = await planner('/purchase-demand/make-orders', { json: { picks } });
    expect(made.status).toBe(201);
    const order = `/purchase-orders/${String(rowsOf(made, 'orders')[0]?.purchaseOrderId)}`;
    const early = await clerk(`${order}/receive`, { json: {} });
    expect(early).toMatchObject({ status: 409, body: { code: 'purchasing.not-sent-yet' } });
    expect((await planner(`${order}/send`, { json: {} })).status).toBe(200);
    expect((await planner(`${order}/sheet`)).body).toMatchObject({ totalMinor: 3000 });
    expect((await planner(`${order}/confirm`, { json: {} })).status).toBe(200);
    const came = await clerk(`${order}/receive`, { json: { lines: [{ partId, quantity: 3 }] } });
    expect(textOf(came, 'state')).toBe('received');
    const again = await clerk(`${order}/receive`, { json: {} });
    expect(again).toMatchObject({ status: 409, body: { code: 'purchasing.order-is-ended' } });
    expect((await planner(order)).body).toMatchObject({ received: 3, state: 'received' });
  });
});
