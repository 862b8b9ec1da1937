/** The pages of sites without script, in both languages: zones, bins by pattern, vans, retiring. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocation, listLocations } from '../../../src/inventory/index.ts';
import type { Role } from '../../../src/people/index.ts';
import { readPdf } from '../../support/pdf.ts';
import { type Browser, openWebApp, textOf, type WebApp } from '../../support/web-app.ts';
import { mint } from '../../support/world.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

const signedIn = new Map<string, Promise<Browser>>();

function as(role: Role, locale: 'en' | 'zh-CN' = 'en'): Promise<Browser> {
  const name = `${role} ${locale}`;
  const browser = signedIn.get(name) ?? web.browser([{ role, siteId: null }], locale);
  signedIn.set(name, browser);
  return browser;
}

describe('a site', () => {
  it('is opened, shows what it came with, and is changed', async () => {
    const chief = await as('administrator');
    const code = mint('SI');
    const page = await chief.get('/sites');
    const refused = await chief.send(page, '/sites/new', { code, address: 'Pier 1' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Pier 1</textarea>');
    const done = await chief.sendOn(refused, '/sites/new', { nameEn: 'Pier' });
    expect(textOf(done.html)).toContain(`Site ${code} is added.`);
    expect(textOf(done.html)).toContain(`${code}-DOCK`);
    const siteId = /action="\/sites\/([^/]+)\/edit"/.exec(done.html)?.[1] ?? '';
    const late = await chief.get(`/sites/${siteId}`);
    const edited = await chief.sendOn(done, `/sites/${siteId}/edit`, { nameZh: '码头' });
    expect(textOf(edited.html)).toContain(`Site ${code} is changed.`);
    const stale = await chief.send(late, `/sites/${siteId}/edit`, { nameEn: 'Dock' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="Dock"');
    const chinese = await (await as('administrator', 'zh-CN')).get(`/sites/${siteId}`);
    expect(chinese.html).toContain(`<h1>${code} · 码头</h1>`);
    const closed = await chief.sendOn(edited, `/sites/${siteId}/retire`);
    expect(textOf(closed.html)).toContain('This site is retired.');
    const open = await chief.sendOn(closed, `/sites/${siteId}/reopen`);
    expect(textOf(open.html)).toContain('The site is open again.');
  });

  it('is only read by whoever may not change it', async () => {
    const { siteId } = await web.app.world.site();
    const technician = await as('technician');
    const page = await technician.get(`/sites/${siteId}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('action="/sites/');
    expect((await technician.get(`/sites/${siteId}/bins`)).status).toBe(403);
    expect((await technician.post('/sites/new', { code: 'X' })).status).toBe(403);
    expect((await technician.get('/sites')).html).not.toContain('action="/sites/new"');
  });
});

describe('locations', () => {
  it('are added by code; a van asks for its keeper', async () => {
    const chief = await as('administrator');
    const { siteId } = await web.app.world.site();
    const path = `/sites/${siteId}/new-location`;
    const page = await chief.get(path);
    const code = mint('VAN');
    const nobody = await chief.send(page, path, { code, kind: 'van' });
    expect(nobody.status).toBe(422);
    expect(textOf(nobody.html)).toContain('Keeper: A van belongs to a person');
    const keeper = /<option value="([0-9a-f-]{36})"[^>]*>Person/.exec(nobody.html)?.[1] ?? '';
    const added = await chief.sendOn(nobody, path, { custodianId: keeper });
    expect(textOf(added.html)).toContain(`Location ${code} is added`);
    expect(textOf(added.html)).toMatch(new RegExp(`${code} — Van — Person`));
    const again = await chief.send(await chief.get(path), path, {
      ...{ code, kind: 'van', custodianId: keeper },
    });
    expect(again.status).toBe(409);
    expect(again.html).toMatch(
      new RegExp(`name="code"[^>]*aria-invalid="true"[^>]*value="${code}"`),
    );
  });

  it('are made by pattern after a look at what comes out', async () => {
    const chief = await as('administrator', 'zh-CN');
    const { siteId } = await web.app.world.site();
    const zone = { siteId, code: mint('Z'), kind: 'zone' as const };
    const { locationId: zoneId } = await web.app.world.run(createLocation, zone);
    const prefix = mint('G');
    const page = await chief.get(`/sites/${siteId}/bins?parentId=${zoneId}`);
    const preview = `/sites/${siteId}/bins/preview`;
    const bad = await chief.send(page, preview, { pattern: `${prefix}-{1..` });
    expect(bad.status).toBe(422);
    expect(textOf(bad.html)).toContain('无法识别编码规则');
    expect(bad.html).toContain(`value="${prefix}-{1..`);
    const seen = await chief.send(bad, preview, { pattern: `${prefix}-{01..03}-{1..2}` });
    expect(textOf(seen.html)).toContain(`${prefix}-01-1 → ${prefix}-01-2 → ${prefix}-02-1`);
    expect((await web.app.world.ask(listLocations, { siteId, kind: 'storage' })).total).toBe(0);
    const done = await chief.sendOn(seen, `/sites/${siteId}/bins`);
    expect(textOf(done.html)).toContain('已生成 6 个库位。');
    const inZone = await chief.get(`/sites/${siteId}?zoneId=${zoneId}`);
    expect(inZone.html).toContain(`${prefix}-03-2`);
    const taken = await chief.send(page, preview, { pattern: `${prefix}-{01..03}-{1..2}` });
    expect(taken.status).toBe(409);
    const labels = await chief.get(`/documents/sites/${siteId}/labels.pdf?zoneId=${zoneId}`);
    expect(labels.headers.get('content-type')).toBe('application/pdf');
    const sheet = await readPdf(labels.bytes);
    expect(sheet).toHaveLength(6);
    const walk = ['01-1', '01-2', '02-1', '02-2', '03-1', '03-2'];
    walk.forEach((code, at) => {
      expect(JSON.stringify(sheet[at])).toContain(`${prefix}-${code}`);
    });
    expect((await chief.get(`/documents/sites/${siteId}/labels.pdf?sheet=9`)).status).toBe(404);
  });

  it('are changed, handed over, and retired when they are empty', async () => {
    const chief = await as('administrator');
    const { world } = web.app;
    const { siteId } = await world.site();
    const bin = await world.bin(siteId);
    const path = `/locations/${bin}`;
    const partId = await world.part();
    await world.stocked(partId, bin, 2);
    const full = await chief.get(path);
    expect(full.html).toContain('aria-disabled="true"');
    expect(textOf(full.html)).toContain('There is stock in this location');
    expect(full.html).not.toContain(`action="${path}/retire"`);
    const other = await world.bin(siteId);
    const otherPath = `/locations/${other}`;
    const code = mint('BIN');
    const page = await chief.get(otherPath);
    const named = await chief.sendOn(page, `${otherPath}/edit`, { code, name: 'top shelf' });
    expect(textOf(named.html)).toContain(`Location ${code} is changed.`);
    const keeper = /<option value="([0-9a-f-]{36})"[^>]*>Person/.exec(named.html)?.[1] ?? '';
    const given = await chief.sendOn(named, `${otherPath}/keeper`, { custodianId: keeper });
    expect(textOf(given.html)).toContain(`${code} is handed over.`);
    const stale = await chief.send(named, `${otherPath}/retire`);
    expect(stale.status).toBe(409);
    const gone = await chief.sendOn(given, `${otherPath}/retire`);
    expect(textOf(gone.html)).toContain(`Location ${code} is retired.`);
    const list = await chief.get(`/sites/${siteId}?retired=true`);
    expect(list.html).toContain(code);
    const back = await chief.sendOn(gone, `${otherPath}/reopen`);
    expect(textOf(back.html)).toContain(`Location ${code} is in use again.`);
  });
});

describe('conditions', () => {
  it.each([
    ['en', 'Conditions of stock', 'Kept apart until somebody decides.'],
    ['zh-CN', '库存品质状态', '隔离存放，等待处理决定。'],
  ] as const)('are explained in %s', async (locale, title, meaning) => {
    const page = await (await as('clerk', locale)).get('/conditions');
    expect(page.html).toContain(`<h1>${title}</h1>`);
    expect(textOf(page.html)).toContain(meaning);
  });
});
