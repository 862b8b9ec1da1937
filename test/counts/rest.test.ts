/** Counts, adjustments and scrapping as programs use them, by every address of this room. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsCommands, countsQueries } from '../../src/counts/index.ts';
import { countsRoutes } from '../../src/service/routes/counts.ts';
import { apiClient, rowsOf, textOf } from '../support/api-client.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => {
  await expectCleanLedger(app.world.database.connection);
  await app.close();
});

async function client(role: 'clerk' | 'technician' | 'approver' | 'administrator') {
  const { token } = await app.makeActorToken([{ role, siteId: null }]);
  const send = (
    path: string,
    { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
  ) => app.call(path, { method, headers, ...(body === undefined ? {} : { body }) });
  return apiClient(send, token);
}

async function shelf(quantity: number) {
  const { world } = app;
  const { siteId } = await world.site();
  const locationId = await world.bin(siteId);
  const partId = await world.part();
  await world.stocked(partId, locationId, quantity);
  return { siteId, locationId, partId };
}

describe('the addresses', () => {
  it('lead to every command and query of the room', () => {
    const routed = countsRoutes.map(({ action }) => action.name).sort();
    const named = [...countsCommands, ...countsQueries].map(({ name }) => name).sort();
    expect(routed).toEqual(named);
  });

  it('carry a count from opening to posting', async () => {
    const at = await shelf(5);
    const [clerk, technician, approver] = [
      await client('clerk'),
      await client('technician'),
      await client('approver'),
    ];
    const opened = await clerk('/counts', {
      json: { siteId: at.siteId, kind: 'bins', locationIds: [at.locationId] },
    });
    expect(opened.status).toBe(201);
    const countId = textOf(opened, 'countId');
    const [bin] = rowsOf(await clerk(`/counts/${countId}`), 'binRows');
    const binId = String(bin?.binId);
    for (const who of [clerk, technician]) {
      expect((await who(`/count-bins/${binId}/open`, { json: {} })).status).toBe(200);
      await who(`/count-bins/${binId}/parts`, { json: { partId: at.partId, quantity: 3 } });
      expect((await who(`/count-bins/${binId}`)).body).toMatchObject({ isOwn: true });
      expect((await who(`/count-bins/${binId}/finish`, { json: {} })).status).toBe(200);
    }
    expect((await clerk(`/counts/${countId}`)).body).toMatchObject({ differences: null });
    expect((await clerk(`/counts/${countId}/approve`, { json: {} })).status).toBe(403);
    const seen = await approver(`/counts/${countId}`);
    expect(rowsOf(seen, 'differences')).toMatchObject([{ expected: 5, counted: 3 }]);
    const approved = await approver(`/counts/${countId}/approve`, {
      json: {},
      key: 'approve-once',
    });
    expect(approved.body).toMatchObject({ state: 'posted' });
    const again = await approver(`/counts/${countId}/approve`, { json: {}, key: 'approve-once' });
    expect(again.body).toEqual(approved.body);
    const listed = await clerk(`/counts?queue=closed&siteId=${at.siteId}`);
    expect(listed.body).toMatchObject({ total: 1 });
  });

  it('carry scrapping with its proof, and refuse what is wrong by name', async () => {
    const at = await shelf(5);
    const [clerk, approver] = [await client('clerk'), await client('approver')];
    const wish = {
      partId: at.partId,
      locationId: at.locationId,
      quantity: 5,
      reasonCode: 'DAMAGED',
    };
    const proof = { fileName: 'p.pdf', contentBase64: Buffer.from('%PDF-1.7').toString('base64') };
    const asked = await clerk('/scrapping', { json: { ...wish, ...proof } });
    expect(asked.status).toBe(201);
    const changeId = textOf(asked, 'changeId');
    const twice = await clerk('/scrapping', { json: wish });
    expect([twice.status, textOf(twice, 'code')]).toEqual([409, 'inventory.insufficient-stock']);
    const bad = await clerk('/scrapping', {
      json: { ...wish, contentBase64: Buffer.from('text').toString('base64') },
    });
    expect(bad.status).toBe(409);
    const [row] = rowsOf(await approver(`/stock-changes/${changeId}`), 'proofs');
    const read = await approver(`/stock-change-proofs/${String(row?.proofId)}`);
    expect(read.body).toMatchObject({ ...proof, mediaType: 'application/pdf' });
    const posted = await approver(`/scrapping/${changeId}/approve`, { json: {} });
    expect(posted.body).toMatchObject({ state: 'posted' });
    const down = { ...wish, direction: 'down', reasonCode: 'NO-SUCH' };
    const unknown = await clerk('/adjustments', { json: down });
    expect([unknown.status, textOf(unknown, 'code')]).toEqual([404, 'counts.unknown-reason']);
  });

  it('let administrators set tolerances and reasons', async () => {
    const [administrator, clerk] = [await client('administrator'), await client('clerk')];
    const { siteId } = await shelf(1);
    const tolerance = { siteId, pieces: 1, percent: 2, valueMinor: 300 };
    const set = (who: typeof clerk) => who('/count-tolerances', { method: 'PUT', json: tolerance });
    expect([(await set(clerk)).status, (await set(administrator)).status]).toEqual([403, 200]);
    const listed = await clerk('/count-tolerances');
    expect(listed.body).toContainEqual(expect.objectContaining(tolerance));
  });
});
