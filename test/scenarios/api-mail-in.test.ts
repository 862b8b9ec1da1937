/**
 * The standard mail-in repair, 标准寄修, as programs do it: over REST alone, each step by a person of
 * the role whose work it is.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reviewMovedParts } from '../../src/planning/index.ts';
import { type ApiClient, apiClient, rowsOf, textOf } from '../support/api-client.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { mint } from '../support/world.ts';

let app: TestApp;
let depot: Depot;
let desk: ApiClient;
let clerk: ApiClient;
let otherClerk: ApiClient;
let technician: ApiClient;
let planner: ApiClient;
let approver: ApiClient;

type Role = Parameters<TestApp['makeActorToken']>[0][number]['role'];

async function person(role: Role, siteId: string | null = depot.siteId) {
  const { token } = await app.makeActorToken([{ role, siteId }]);
  return apiClient((path, request) => app.call(path, request), token);
}

beforeAll(async () => {
  app = await openTestApp();
  depot = await makeDepot(app.world);
  desk = await person('service-desk');
  clerk = await person('clerk');
  otherClerk = await person('clerk');
  technician = await person('technician');
  planner = await person('planner');
  // The last movement, from the road to the customer, touches no site: only who sees all sites sees it.
  approver = await person('approver', null);
});
afterEach(() => expectCleanLedger(app.world.database.connection));
afterAll(() => app.close());

async function authorized(key = mint('KEY')) {
  const serialNumber = await depot.unit();
  const json = { serialNumber, siteId: depot.siteId, faultDescription: 'no power 无法开机' };
  const answer = await desk('/rmas', { json, key });
  return { json, answer, lineId: textOf(answer, 'lineId'), serialNumber };
}

/** Everything on the bench; answers the job. */
async function repaired(jobId: string): Promise<void> {
  const at = `/repair-jobs/${jobId}`;
  const steps: [string, unknown][] = [
    ['start', { benchId: depot.benchId }],
    ['record-test', { stepId: depot.stepId, result: 'fail' }],
    ['record-fault', { faultCode: depot.faultCode }],
    ['use-part', { partId: depot.boardId }],
    ['finish-repair', {}],
    ['record-test', { stepId: depot.stepId, result: 'pass' }],
    ['pass-final-test', {}],
  ];
  for (const [step, json] of steps) {
    expect(await technician(`${at}/${step}`, { json }), step).toMatchObject({ status: 200 });
  }
}

describe('mail-in repair over REST', () => {
  it('runs from authorisation to the closed line, each step by its role', async () => {
    const { json, answer, lineId, serialNumber } = await authorized('authorize-once');
    expect(answer).toMatchObject({ status: 201, body: { coverage: { entitlement: 'repair' } } });
    const again = await desk('/rmas', { json, key: 'authorize-once' });
    expect(again.body).toEqual(answer.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');

    const scanned = await clerk(`/rma-scan?code=${textOf(answer, 'number')}`);
    expect(scanned.body).toMatchObject([{ by: 'rma', lineId, isOpen: true }]);
    const line = `/rma-lines/${lineId}`;
    const received = await clerk(`${line}/receive`, { json: { serialNumber } });
    expect(received.body).toMatchObject({ inbound: 'received', jobState: 'queued' });
    await repaired(textOf(received, 'jobId'));
    expect((await clerk(line)).body).toMatchObject({
      remedy: 'ready',
      jobState: 'passed',
      usedParts: [{ partId: depot.boardId, quantity: 1 }],
      faults: [{ faultCode: depot.faultCode }],
    });

    expect(await clerk(`${line}/pack`, { json: {} })).toMatchObject({ status: 200 });
    const parcel = { carrier: 'SF Express', trackingNumber: 'SF1234567890' };
    expect(await clerk(`${line}/ship`, { json: parcel })).toMatchObject({ status: 200 });
    const closed = await clerk(`${line}/confirm-delivery`, { json: {} });
    expect(closed.body).toMatchObject({ top: 'closed', jobState: 'closed' });

    const code = textOf(answer, 'code');
    const kinds = ['receipt', 'move', 'issue', 'removal', 'move', 'pack', 'shipment', 'delivery'];
    const moved = rowsOf(await approver(`/stock/movements?documents=${code}`), 'rows');
    expect(moved.map(({ kind }) => kind).reverse()).toEqual(kinds);
    const owed = await clerk(`/defective-returns?document=${code}`);
    expect(rowsOf(owed, 'returns')).toMatchObject([{ partId: depot.boardId, state: 'owed' }]);
    const verified = await approver('/ledger/verify');
    expect(verified.body).toMatchObject({ isClean: true, findings: [] });
  });

  it('tells the planner what the bench used up', async () => {
    await app.world.run(reviewMovedParts, { partIds: [depot.boardId] });
    const told = rowsOf(await planner('/suggestions'), 'suggestions');
    expect(told).toMatchObject([{ partId: depot.boardId, available: 2, quantity: 4 }]);
    expect(await technician('/suggestions')).toMatchObject({ status: 403 });
  });

  it('gives one of two clerks the unit and tells the other where it now is', async () => {
    const { lineId, serialNumber } = await authorized();
    const seen = await clerk(`/rma-lines/${lineId}`);
    const { version } = seen.body as { version: number };
    const json = { serialNumber, version };
    const answers = await Promise.all([
      clerk(`/rma-lines/${lineId}/receive`, { json, key: mint('KEY') }),
      otherClerk(`/rma-lines/${lineId}/receive`, { json, key: mint('KEY') }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ code: 'rma.version-changed' });
    const unversioned = await otherClerk(`/rma-lines/${lineId}/receive`, {
      json: { serialNumber },
    });
    expect(unversioned).toMatchObject({
      status: 409,
      body: { code: 'rma.event-not-allowed', params: { event: 'receive' } },
    });
    expect(JSON.stringify(unversioned.body)).toContain('received');
  });

  it('answers a repeated command from memory and refuses its key for anything else', async () => {
    const { lineId, serialNumber } = await authorized();
    const path = `/rma-lines/${lineId}/receive`;
    const key = mint('KEY');
    const first = await clerk(path, { json: { serialNumber }, key });
    const second = await clerk(path, { json: { serialNumber }, key });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const other = await clerk(path, { json: { serialNumber: 'SN-OTHER' }, key });
    expect(other.status).toBe(422);
    const jobId = textOf(first, 'jobId');
    expect((await technician(`/repair-jobs/${jobId}`)).body).toMatchObject({ state: 'queued' });
  });

  it('refuses each role the work of another, and names the right it lacks', async () => {
    const { lineId, serialNumber } = await authorized();
    const path = `/rma-lines/${lineId}`;
    const refusals: [ApiClient, string, unknown, string][] = [
      [technician, `${path}/receive`, { serialNumber }, 'rma.receive'],
      [desk, `${path}/receive`, { serialNumber }, 'rma.receive'],
      [clerk, `${path}/cancel`, {}, 'rma.cancel'],
      [clerk, `${path}/decide-scrap`, { customerAgreed: true }, 'rma.scrap'],
      [planner, `${path}/pack`, {}, 'rma.ship'],
    ];
    for (const [who, where, json, permission] of refusals) {
      expect(await who(where, { json }), where).toMatchObject({
        status: 403,
        body: { code: 'platform.not-permitted', params: { permission } },
      });
    }
    expect((await clerk(path)).body).toMatchObject({ inbound: 'awaiting', version: 2 });
  });

  it('does nothing on a preview, and says what would have been', async () => {
    const { lineId, serialNumber } = await authorized();
    const path = `/rma-lines/${lineId}`;
    const headers = { preview: 'true' };
    const seen = await clerk(`${path}/receive`, { json: { serialNumber }, headers });
    expect(seen).toMatchObject({ status: 200, body: { inbound: 'received' } });
    expect((await clerk(path)).body).toMatchObject({ inbound: 'awaiting' });
  });

  it('takes a wrong unit into quarantine only once that is acknowledged', async () => {
    const { lineId, serialNumber } = await authorized();
    const path = `/rma-lines/${lineId}/receive`;
    const json = { serialNumber: mint('SN-WRONG') };
    expect(await clerk(path, { json })).toMatchObject({
      status: 409,
      body: { code: 'rma.unit-mismatch', params: { expected: serialNumber } },
    });
    const headers = { acknowledge: 'rma.unit-mismatch' };
    expect(await clerk(path, { json, headers })).toMatchObject({
      status: 200,
      body: { inbound: 'quarantine' },
    });
  });
});
