/** Requests over REST: asked once a key, decided by another, refused as problems. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocation } from '../../../src/inventory/index.ts';
import { type ApiClient, apiClient, rowsOf, textOf } from '../../support/api-client.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { mint } from '../../support/world.ts';

let app: TestApp;
let siteId: string;
let technician: ApiClient;
let approver: ApiClient;
let administrator: ApiClient;
let technicianId: string;

beforeAll(async () => {
  app = await openTestApp();
  ({ siteId } = await app.world.site());
  const client = async (role: 'technician' | 'approver' | 'administrator') => {
    const where = role === 'administrator' ? null : siteId;
    const { token, personId } = await app.makeActorToken([{ role, siteId: where }]);
    return { personId, call: apiClient((path, sent) => app.call(path, sent), token) };
  };
  ({ call: technician, personId: technicianId } = await client('technician'));
  ({ call: approver } = await client('approver'));
  ({ call: administrator } = await client('administrator'));
  const van = { siteId, code: mint('VAN'), kind: 'van', custodianId: technicianId } as const;
  await app.world.run(createLocation, van);
});
afterAll(() => app.close());

async function asked(): Promise<string> {
  const lines = [{ partId: await app.world.part(), quantity: 2 }];
  return textOf(await technician('/requests', { json: { lines }, key: mint('k') }), 'requestId');
}

describe('requests over REST', () => {
  it('are asked once a key, found, decided by another and told of', async () => {
    const lines = [{ partId: await app.world.part(), quantity: 2 }];
    const json = { lines, priority: 2, documentNumber: 'SR-9' };
    const key = mint('k');
    const first = await technician('/requests', { json, key });
    const second = await technician('/requests', { json, key });
    expect([first.status, second.body]).toEqual([201, first.body]);
    const id = textOf(first, 'requestId');
    const waiting = await approver('/requests?shelf=waiting');
    expect(rowsOf(waiting, 'requests').map((row) => row.id)).toContain(id);
    expect((await approver('/requests/counts')).body).toEqual({ toApprove: 1, ownOpen: 0 });
    const approved = await approver(`/requests/${id}/approve`, { json: { version: 1 } });
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved', version: 2 } });
    const seen = await technician(`/requests/${id}`);
    expect(seen.body).toMatchObject({ documentNumber: 'SR-9', lines: [{ waiting: 2 }] });
    const notices = rowsOf(await technician('/notices'), 'notices');
    expect(notices).toMatchObject([{ key: 'asked-approved', about: `request:${id}` }]);
    const noticeIds = notices.map((notice) => notice.id);
    const read = await technician('/notices/mark-read', { json: { noticeIds } });
    expect(read.body).toEqual({ marked: 1 });
    const cancelled = await technician(`/requests/${id}/cancel`, { json: {} });
    expect(cancelled.body).toMatchObject({ state: 'cancelled' });
  });

  it('are refused as problems that say where they stand', async () => {
    const id = await asked();
    const own = await technician(`/requests/${id}/approve`, { json: {} });
    expect(own).toMatchObject({ status: 403, body: { code: 'platform.not-permitted' } });
    await approver(`/requests/${id}/reject`, { json: { reason: 'no' } });
    const stale = await approver(`/requests/${id}/approve`, { json: { version: 1 } });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'orders.version-changed', params: { state: 'rejected' } },
    });
    const late = await technician(`/requests/${id}/cancel`, { json: {} });
    expect(late).toMatchObject({ status: 409, body: { code: 'orders.event-not-allowed' } });
    const unknown = await approver('/requests/00000000-0000-7000-8000-00000000ffff');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'orders.unknown-request' } });
    const bad = await technician('/requests', { json: { lines: [], priority: 5 } });
    expect(bad.status).toBe(422);
  });

  it('ask to confirm what was asked before, by code', async () => {
    const lines = [{ partId: await app.world.part(), quantity: 1 }];
    await technician('/requests', { json: { lines } });
    const again = await technician('/requests', { json: { lines } });
    expect(again).toMatchObject({ status: 409, body: { code: 'orders.asked-before' } });
  });

  it('have limits and policies that only administrators set', async () => {
    const limit = { kind: 'request', maxMinor: 5_00 };
    const mine = await approver('/approvals/limits', { method: 'PUT', json: limit });
    expect(mine.status).toBe(403);
    const set = await administrator('/approvals/limits', { method: 'PUT', json: limit });
    expect(set).toMatchObject({ status: 200, body: { maxMinor: 5_00 } });
    expect(rowsOf(await approver('/approvals/own-limits'), 'limits')).toContainEqual(limit);
    expect(rowsOf(await administrator('/approvals/limits'), 'limits')).toMatchObject([
      { ...limit, personId: null },
    ]);
    const policy = { kind: 'field-service', automaticMaxMinor: 1 };
    await administrator('/requests/policies', { method: 'PUT', json: policy });
    expect(rowsOf(await technician('/requests/policies'), 'policies')).toMatchObject([
      policy,
      { kind: 'replenishment', automaticMaxMinor: null },
    ]);
    const vans = rowsOf(await technician('/requests/own-vans'), 'vans');
    expect(vans).toHaveLength(1);
    const found = await technician('/requests/parts?code=NOTHING-LIKE-IT');
    expect(rowsOf(found, 'parts')).toEqual([]);
  });
});
