/** The part master over REST: each address once, as a program would call it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createParty } from '../../src/inventory/index.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { mint } from '../support/world.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await app.makeActorToken([{ role: 'administrator', siteId: null }])).token;
});
afterAll(() => app.close());

async function call(method: 'GET' | 'POST' | 'PUT', path: string, json?: unknown) {
  const request = { method, token, ...(json === undefined ? {} : { json }) };
  const response = await app.call(`/api/v1${path}`, request);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function newPart() {
  const made = await call('POST', '/parts', { partNumber: mint('P'), nameEn: 'Fan' });
  expect(made.status).toBe(201);
  return String(made.body.partId);
}

describe('a part', () => {
  it('is edited by version, retired and brought back', async () => {
    const at = `/parts/${await newPart()}`;
    const edit = { version: 1, nameEn: 'Fan 60', lifeCycle: 'phase-out', hsCode: '84145990' };
    expect((await call('PUT', at, edit)).body).toEqual({ version: 2 });
    const stale = await call('PUT', at, edit);
    expect([stale.status, stale.body.code]).toEqual([409, 'inventory.changed-meanwhile']);
    expect((await call('POST', `${at}/retire`, { reason: 'gone' })).status).toBe(200);
    expect((await call('GET', at)).body).toMatchObject({
      lifeCycle: 'phase-out',
      retiredReason: 'gone',
    });
    expect((await call('POST', `${at}/bring-back`, {})).status).toBe(200);
    const { body } = await call('GET', `${at}/history`);
    const changes = body.changes as { command: string; said: unknown }[];
    expect(changes.map(({ command }) => command)).toEqual([
      'parts.bring-back',
      'parts.retire',
      'parts.edit',
      'parts.create',
    ]);
    expect(changes[2]?.said).toEqual({
      nameEn: 'Fan 60',
      lifeCycle: 'phase-out',
      hsCode: '84145990',
    });
  });

  it('has codes, units, models, files and fields', async () => {
    const partId = await newPart();
    const at = `/parts/${partId}`;
    const code = mint('EAN');
    expect((await call('POST', `${at}/barcodes`, { code })).status).toBe(200);
    expect((await call('PUT', `${at}/units`, { unit: 'box', numerator: 12 })).status).toBe(200);
    expect((await call('GET', at)).body).toMatchObject({
      barcodes: [code],
      units: [{ unit: 'box', numerator: 12, denominator: 1 }],
    });
    expect((await call('POST', `${at}/barcodes/remove`, { code })).status).toBe(200);
    expect((await call('POST', `${at}/units/remove`, { unit: 'box' })).status).toBe(200);
    const model = mint('NVR');
    const listed = await call('POST', `${at}/models`, { model });
    expect((await call('GET', `/part-models?search=${model}`)).body).toMatchObject({ total: 1 });
    const found = await call('GET', `/part-models/parts?model=${model}`);
    expect(found.body).toMatchObject({ total: 1, parts: [{ partId }] });
    const content = Buffer.from('%PDF-1.7 data').toString('base64');
    const file = { name: 'data.pdf', contentBase64: content };
    const added = await call('POST', `${at}/files`, file);
    expect([added.status, added.body.mediaType]).toEqual([201, 'application/pdf']);
    const fileAt = `${at}/files/${added.body.fileId}`;
    expect((await call('GET', fileAt)).body).toMatchObject({ contentBase64: content });
    const field = mint('volt').toLowerCase();
    const defined = { code: field, labelZh: '电压', kind: 'number' };
    expect((await call('POST', '/part-fields', defined)).status).toBe(201);
    const values = [{ code: field, value: '12.5' }];
    expect((await call('PUT', `${at}/custom-values`, { values })).status).toBe(200);
    const { body } = await call('GET', `${at}/attachments`);
    expect(body).toMatchObject({ files: [{ name: 'data.pdf' }], models: [{ model }] });
    const held = body.fields as { code: string; value: unknown }[];
    expect(held.find((one) => one.code === field)?.value).toBe(12.5);
    expect((await call('POST', `${fileAt}/retire`, {})).status).toBe(200);
    expect((await call('GET', fileAt)).status).toBe(404);
    const modelAt = `${at}/models/${listed.body.modelId}`;
    expect((await call('POST', `${modelAt}/remove`, {})).status).toBe(200);
    const change = { version: 1, labelZh: '额定电压', kind: 'number', isRetired: true };
    expect((await call('PUT', `/part-fields/${field}`, change)).status).toBe(200);
    const all = await call('GET', '/part-fields?withRetired=true');
    expect(all.body).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: field, isRetired: true })]),
    );
  });

  it('has relations and suppliers', async () => {
    const [partId, toPartId] = [await newPart(), await newPart()];
    const at = `/parts/${partId}`;
    const wish = { toPartId, kind: 'supersedes', numerator: 2 };
    const made = await call('POST', `${at}/relations`, wish);
    expect(made.status).toBe(201);
    const relationAt = `/part-relations/${made.body.relationId}`;
    expect((await call('GET', relationAt)).body).toMatchObject({ toPartId, numerator: 2 });
    const circle = { toPartId: partId, kind: 'supersedes' };
    const refused = await call('POST', `/parts/${toPartId}/relations`, circle);
    expect([refused.status, refused.body.code]).toEqual([409, 'inventory.relation-circle']);
    expect((await call('PUT', relationAt, { kind: 'alternate' })).status).toBe(200);
    const seen = await call('GET', `${at}/relations`);
    expect(seen.body).toMatchObject({ relations: [{ kind: 'alternate', holdsToday: true }] });
    expect((await call('POST', `${relationAt}/remove`, {})).status).toBe(200);
    expect((await call('GET', relationAt)).status).toBe(404);
    const vendor = { code: mint('V'), kind: 'supplier' as const, nameEn: 'Vendor' };
    const { partyId } = await app.world.run(createParty, vendor);
    const offerAt = `${at}/suppliers/${partyId}`;
    const offer = { priceBreaks: [{ fromQuantity: 1, priceMinor: 100 }], isPreferred: true };
    expect((await call('PUT', offerAt, offer)).status).toBe(200);
    expect((await call('GET', `${at}/suppliers`)).body).toMatchObject([{ isPreferred: true }]);
    expect((await call('POST', `${offerAt}/remove`, {})).status).toBe(200);
    expect((await call('GET', `${at}/suppliers`)).body).toEqual([]);
  });
});
