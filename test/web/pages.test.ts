/** What pages promise: they keep what was typed, say why not, let in nobody else, and run no foreign text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createParty, getPart } from '../../src/inventory/index.ts';
import { getRmaLine, receiveUnit, registerUnit } from '../../src/rma/index.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let depot: Depot;
beforeAll(async () => {
  web = await openWebApp();
  depot = await makeDepot(web.app.world);
  await web.browser([{ role: 'administrator', siteId: null }]);
});
afterAll(() => web.close());

describe('signing in', () => {
  it('goes back only to pages of ours after signing in', async () => {
    const stranger = await web.browser();
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb']) {
      const page = await stranger.get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.html).toContain('name="next" value="/"');
    }
  });

  it('shows a token once, then lets it be revoked', async () => {
    const person = await web.browser([{ role: 'clerk', siteId: null }]);
    const account = await person.get('/account');
    const made = await person.send(account, '/account/tokens', { name: 'cron' });
    const token = /benchstock_[\w-]+/.exec(made.html)?.[0] ?? 'none';
    expect(made.status).toBe(200);
    const again = await person.get('/account');
    expect(again.html).not.toContain(token);
    const revoke = /\/account\/tokens\/[0-9a-f-]{36}\/revoke/.exec(again.html)?.[0] ?? '';
    expect(textOf((await person.sendOn(again, revoke)).html)).toContain('The token is revoked');
  });
});

describe('forms', () => {
  it('show a refusal with everything that was typed', async () => {
    const desk = await web.browser([{ role: 'service-desk', siteId: null }]);
    const serialNumber = await depot.unit();
    const page = await desk.get(`/rmas/new?serial=${serialNumber}`);
    const typed = { faultDescription: '', contactName: 'Ms <Wang>', accessories: 'cord' };
    const refused = await desk.send(page, '/rmas/new', typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="Ms &lt;Wang&gt;"');
    expect(textOf(refused.html)).toContain('Reported fault: is required');
    await depot.authorized(serialNumber);
    const late = await desk.send(page, '/rmas/new', { faultDescription: 'dead' });
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('already on a return');
    expect(late.html).toMatch(/<textarea[^>]*>dead<\/textarea>/);
  });

  it('take effect once when they are sent twice', async () => {
    const desk = await web.browser([{ role: 'service-desk', siteId: null }]);
    const page = await desk.get(`/rmas/new?serial=${await depot.unit()}`);
    const first = await desk.send(page, '/rmas/new', { faultDescription: 'dead' });
    const second = await desk.send(page, '/rmas/new', { faultDescription: 'dead' });
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
  });

  it('ask before another unit goes to quarantine, and go on when told', async () => {
    const clerk = await web.browser([{ role: 'clerk', siteId: null }]);
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    const action = `/receiving/${lineId}`;
    const page = await clerk.get(action);
    const asked = await clerk.send(page, action, { serialNumber: 'OTHER-1' });
    expect(asked.status).toBe(409);
    expect(asked.html).toContain('value="rma.unit-mismatch"');
    expect(asked.html).toContain('value="OTHER-1"');
    const told = { _acknowledge: 'rma.unit-mismatch' };
    const done = await clerk.sendOn(asked, action, told);
    expect(textOf(done.html)).toContain('lies in quarantine now');
    expect(done.html).toContain(`action="${action}/accept-substitute"`);
  });

  it('refuse a page that is out of date', async () => {
    const desk = await web.browser([{ role: 'service-desk', siteId: null }]);
    const { lineId } = await depot.authorized(await depot.unit());
    const stale = await desk.get(`/rmas/${lineId}`);
    await desk.sendOn(stale, `/rmas/${lineId}/place-hold`);
    const late = await desk.send(stale, `/rmas/${lineId}/cancel`);
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('changed this return in the meantime');
  });

  it('take an amount as people write it', async () => {
    const desk = await web.browser([{ role: 'service-desk', siteId: null }]);
    const { lineId } = await depot.authorized(await depot.unit(900));
    const page = await desk.get(`/rmas/${lineId}`);
    const bad = await desk.send(page, `/rmas/${lineId}/agree-charge`, { amountMinor: '4,5' });
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('value="4,5"');
    const typed = { amountMinor: '1,450.5', currency: 'CNY', reference: 'Q-1' };
    const done = await desk.sendOn(page, `/rmas/${lineId}/agree-charge`, typed);
    expect(textOf(done.html)).toContain('1450.50 CNY');
  });
});

describe('steps', () => {
  it('that are forbidden stand grey with their reason beside them', async () => {
    const clerk = await web.browser([{ role: 'clerk', siteId: null }]);
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    await web.app.world.run(receiveUnit, { lineId, serialNumber });
    const page = await clerk.get(`/shipping/${lineId}`);
    expect(page.html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>Pack<\/button>/);
    expect(textOf(page.html)).toContain('The remedy for the customer is not ready.');
    expect(page.html).not.toContain(`action="/shipping/${lineId}/pack"`);
  });

  it('are shown only to those who may do them', async () => {
    const approver = await web.browser([{ role: 'approver', siteId: null }]);
    const { lineId } = await depot.authorized(await depot.unit());
    const page = await approver.get(`/rmas/${lineId}`);
    expect(page.html).not.toContain('/cancel');
    expect(page.html).not.toContain(`/receiving/${lineId}`);
    const forged = await approver.post(`/rmas/${lineId}/cancel`, {});
    expect(forged.status).toBe(403);
    expect((await approver.get('/receiving')).status).toBe(403);
  });
});

describe('scans', () => {
  it('of something unknown say so and what to do next', async () => {
    const clerk = await web.browser([{ role: 'clerk', siteId: null }]);
    const page = await clerk.get('/scan?code=NO-SUCH-THING');
    expect(page.status).toBe(404);
    expect(textOf(page.html)).toContain('Nothing has the code NO-SUCH-THING');
    expect((await clerk.get('/scan?code=%20')).status).toBe(422);
  });

  it('of the wrong kind say what it is and offer to open it', async () => {
    const clerk = await web.browser([{ role: 'clerk', siteId: null }]);
    const { world } = web.app;
    const { partNumber } = await world.ask(getPart, { partId: depot.boardId });
    const page = await clerk.get(`/scan?code=${partNumber}&context=dock`);
    expect(page.status).toBe(409);
    expect(textOf(page.html)).toContain('It is a part.');
    expect(page.html).toContain(`href="/parts/${depot.boardId}"`);
  });

  it('understand links, full-width letters and Caps Lock', async () => {
    const clerk = await web.browser([{ role: 'clerk', siteId: null }]);
    const { lineId, code } = await depot.authorized(await depot.unit());
    const typed = [`http://benchstock.test/s/${code}`, code.toLowerCase(), `]C1${code}`];
    for (const one of typed) {
      const page = await clerk.get(`/scan?code=${encodeURIComponent(one)}`);
      expect(page.location).toBe(`/receiving/${lineId}`);
    }
    expect((await clerk.get(`/s/${code}`)).location).toContain(`code=${code}`);
  });

  it('of another site’s return find nothing', async () => {
    const other = await web.app.world.site();
    const clerk = await web.browser([{ role: 'clerk', siteId: other.siteId }]);
    const { lineId, code } = await depot.authorized(await depot.unit());
    expect((await clerk.get(`/scan?code=${code}`)).status).toBe(404);
    expect((await clerk.get(`/rmas/${lineId}`)).status).toBe(404);
    expect((await clerk.get(`/documents/lines/${lineId}/rma-form.pdf`)).status).toBe(404);
  });

  it('by a link ask before a part is used', async () => {
    const technician = await web.browser([{ role: 'technician', siteId: null }]);
    const serialNumber = await depot.unit();
    const { lineId } = await depot.authorized(serialNumber);
    const { world } = web.app;
    await world.run(receiveUnit, { lineId, serialNumber });
    const { jobId } = await world.ask(getRmaLine, { lineId });
    const { partNumber } = await world.ask(getPart, { partId: depot.boardId });
    const page = await technician.get(`/scan?code=${partNumber}&context=bench:${jobId}`);
    expect(page.status).toBe(200);
    expect((await world.ask(getRmaLine, { lineId })).usedParts).toEqual([]);
    const refused = await technician.send(page, '/scan', { code: partNumber });
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain('This step is not possible now');
  });
});

describe('safety', () => {
  it('refuses a form that another site made the browser send', async () => {
    const desk = await web.browser([{ role: 'service-desk', siteId: null }]);
    const { lineId } = await depot.authorized(await depot.unit());
    const foreign = { origin: 'https://evil.example' };
    expect((await desk.post(`/rmas/${lineId}/cancel`, {}, foreign)).status).toBe(403);
    expect((await web.app.world.ask(getRmaLine, { lineId })).top).toBe('open');
  });

  it('shows hostile names as text', async () => {
    const { world } = web.app;
    const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const party = {
      code: mint('CUST'),
      kind: 'customer' as const,
      nameEn: hostile,
      nameZh: hostile,
    };
    const { partyId: customerId } = await world.run(createParty, party);
    const serialNumber = mint('SN');
    const soldOn = '2026-06-01';
    await world.run(registerUnit, { partId: depot.modelId, serialNumber, customerId, soldOn });
    const { lineId } = await depot.authorized(serialNumber);
    const admin = await web.browser([{ role: 'administrator', siteId: null }]);
    for (const path of [`/rmas/${lineId}`, '/rmas', `/rmas/new?serial=${serialNumber}`]) {
      const page = await admin.get(path);
      expect(page.html).not.toContain('<script>alert');
      expect(page.html).not.toContain('<img src=x');
      expect(page.html).toContain('&lt;script&gt;');
    }
    const echoed = await admin.get(`/scan?code=${encodeURIComponent(hostile)}`);
    expect(echoed.html).not.toContain('<script>alert');
  });

  it('answers strangers’ forms and bad addresses with pages, not with JSON', async () => {
    const stranger = await web.browser();
    const refused = await stranger.post('/rmas/new', {});
    expect(refused.status).toBe(401);
    expect(refused.html).toContain('<html lang="en">');
    const admin = await web.browser([{ role: 'administrator', siteId: null }], 'zh-CN');
    for (const path of ['/rmas/not-an-id', '/nowhere', '/assets/nothing.js']) {
      const page = await admin.get(path);
      expect(page.status).toBe(404);
      expect(page.html).toContain('<html lang="zh-CN">');
    }
  });
});
