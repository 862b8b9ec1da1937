/** Counting, correcting and scrapping through pages without script, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPart, listSites, receiveStock } from '../../src/inventory/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

const everywhere = (role: 'clerk' | 'approver' | 'technician' | 'administrator') =>
  [{ role, siteId: null }] as const;

async function shelf(quantity: number, tracking: 'none' | 'serial' = 'none') {
  const { world } = web.app;
  const { siteId } = await world.site();
  const [locationId, nextId] = [await world.bin(siteId), await world.bin(siteId)];
  const partId = await world.part(tracking);
  const { partNumber } = await world.ask(getPart, { partId });
  const serialNumbers = tracking === 'serial' ? [`${partNumber}-1`, `${partNumber}-2`] : [];
  await world.run(receiveStock, { partId, locationId, quantity, serialNumbers });
  const sites = await world.ask(listSites, {});
  const all = sites.flatMap(({ locations }) => locations);
  const codeOf = (id: string) => all.find((one) => one.id === id)?.code ?? '';
  return { siteId, partId, partNumber, bin: codeOf(locationId), next: codeOf(nextId) };
}

type Browser = Awaited<ReturnType<WebApp['browser']>>;

/** Opens a count of the bins on the page and answers its address. */
async function openCount(clerk: Browser, at: { siteId: string }, bins: readonly string[]) {
  const form = await clerk.get('/counts/new');
  const typed = { siteId: at.siteId, kind: 'bins', locationIds: bins.join('\n') };
  const sent = await clerk.send(form, '/counts/new', typed);
  return sent.location ?? '';
}

/** Scans a bin of the count, begins it, and answers the page to scan on. */
async function beginBin(who: Browser, count: string, bin: string) {
  const led = await who.follow(await who.get(`${count}?bin=${bin}`));
  const [, path = ''] = /action="([^"]+)\/open"/.exec(led.html) ?? [];
  return { page: await who.sendOn(led, `${path}/open`), path };
}

describe.each([
  [
    'en',
    {
      done: 'is done',
      approve: 'Approve and post',
      finished: 'Finished',
      another: 'Another person must count again',
    },
  ],
  ['zh-CN', { done: '已盘完', approve: '审批并过账', finished: '已完成', another: '复盘必须换人' }],
] as const)('a count in %s', (locale, { done, approve, finished, another }) => {
  it('goes from the first scan to the posting', async () => {
    const at = await shelf(5);
    const clerk = await web.browser(everywhere('clerk'), locale);
    const count = await openCount(clerk, at, [at.bin, at.next]);
    expect(count).toMatch(/^\/counts\/[0-9a-f-]{36}$/);
    const { page, path } = await beginBin(clerk, count, at.bin);
    const scanned = await clerk.sendOn(page, `${path}/scan`, { code: at.partNumber });
    expect(textOf(scanned.html)).toContain(at.partNumber);
    const again = await clerk.sendOn(scanned, `${path}/scan`, {
      ...{ code: at.partNumber, quantity: '3', mode: 'set' },
    });
    expect(again.html).toMatch(/<td class="number"[^>]*>3<\/td>/);
    // The code of the next bin ends this one and begins that one.
    const next = await clerk.sendOn(again, `${path}/scan`, { code: at.next });
    expect(textOf(next.html)).toContain(done);
    const nextPath = /action="([^"]+)\/scan"/.exec(next.html)?.[1] ?? '';
    expect(nextPath).not.toBe(path);
    const asked = await clerk.sendOn(next, `${nextPath}/scan`, { code: at.next });
    expect(asked.html).toContain('name="confirmed"');
    const empty = await clerk.sendOn(asked, `${nextPath}/scan`, { code: at.next });
    expect(textOf(empty.html)).toContain(at.next);
    const stray = await clerk.sendOn(empty, `${count}/scan-bin`, { bin: 'NO-SUCH-BIN' });
    expect(stray.status).toBe(404);
    const own = await clerk.get(path);
    expect(own.html).not.toContain(`action="${path}/open"`);

    const colleague = await web.browser(everywhere('technician'), locale);
    // A bin scanned on the page of the count is opened at once.
    const page2 = await colleague.get(count);
    const second = await colleague.sendOn(page2, `${count}/scan-bin`, { bin: at.bin });
    const three = await colleague.sendOn(second, `${path}/scan`, {
      ...{ code: at.partNumber, quantity: '3' },
    });
    await colleague.sendOn(three, `${path}/scan`, { code: at.bin });
    const blind = textOf((await colleague.get(count)).html);
    expect(blind).not.toContain(approve);

    const approver = await web.browser(everywhere('approver'), locale);
    const seen = await approver.get(count);
    expect(textOf(seen.html)).toContain(approve);
    expect(seen.html).toContain('−2');
    const lineId = /name="lineIds" value="([^"]+)"/.exec(seen.html)?.[1] ?? '';
    const typed = { decision: 'approve', lineIds: lineId };
    const posted = await approver.sendOn(seen, `${count}/decide`, typed);
    expect(textOf(posted.html)).toContain(finished);
    const pile = await approver.get(`/stock?search=${at.partNumber}`);
    expect(pile.html).toMatch(/<td class="number"[^>]*>3<\/td>/);
  });

  it('is not counted again by the same person', async () => {
    const at = await shelf(5);
    const clerk = await web.browser(everywhere('clerk'), locale);
    const count = await openCount(clerk, at, [at.bin]);
    const { page, path } = await beginBin(clerk, count, at.bin);
    const scanned = await clerk.sendOn(page, `${path}/scan`, { code: at.partNumber });
    await clerk.sendOn(scanned, `${path}/finish`);
    const refused = await clerk.post(`${path}/open`, {});
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain(another);
  });

  it('takes pieces one by one, also one that nobody knows', async () => {
    const at = await shelf(2, 'serial');
    const clerk = await web.browser(everywhere('clerk'), locale);
    const count = await openCount(clerk, at, [at.bin]);
    const { page, path } = await beginBin(clerk, count, at.bin);
    const strange = await clerk.send(page, `${path}/scan`, { code: 'NOBODY-KNOWS' });
    expect(strange.status).toBe(422);
    const mode = await clerk.sendOn(page, `${path}/scan`, { code: at.partNumber });
    expect(mode.html).toContain('name="serialPart"');
    let shown = mode;
    for (const code of [`${at.partNumber}-1`, `${at.partNumber}-2`, 'NOBODY-KNOWS']) {
      shown = await clerk.sendOn(shown, `${path}/scan`, { code });
    }
    expect(textOf(shown.html)).toContain('NOBODY-KNOWS');
    const twice = await clerk.send(shown, `${path}/scan`, { code: `${at.partNumber}-1` });
    expect(twice.status).toBe(409);
  });
});

describe.each([
  ['en', 'waits for approval', 'Scrap certificate', 'Value written off'],
  ['zh-CN', '已提交审批', '报废单', '核销金额'],
] as const)('scrapping in %s', (locale, waits, certificate, writtenOff) => {
  it('is asked by one and approved by another', async () => {
    const at = await shelf(4);
    const clerk = await web.browser(everywhere('clerk'), locale);
    const form = await clerk.get('/counts/scrap/new');
    const typed = { partId: at.partNumber, locationId: at.bin, quantity: '3' };
    const asked = await clerk.sendOn(form, '/counts/scrap/new', {
      ...typed,
      reasonCode: 'DAMAGED',
    });
    expect(textOf(asked.html)).toContain(waits);
    expect(asked.html).not.toContain('/approve"');
    const fresh = await clerk.get('/counts/scrap/new');
    const short = await clerk.send(fresh, '/counts/scrap/new', { ...typed, reasonCode: 'DAMAGED' });
    expect(short.status).toBe(409);
    const approver = await web.browser(everywhere('approver'), locale);
    const hub = await approver.get('/counts');
    const [, path = ''] =
      new RegExp(
        `href="(/counts/changes/[0-9a-f-]+)">[^<]*</a>(?:(?!</tr>).)*${at.partNumber}`,
      ).exec(hub.html) ?? [];
    const seen = await approver.get(path);
    const posted = await approver.sendOn(seen, `${path}/approve`, { note: 'ok' });
    expect(textOf(posted.html)).toContain(certificate);
    expect(textOf(posted.html)).toContain(writtenOff);
  });
});

describe('the pages of changes', () => {
  it('take an adjustment and its rejection', async () => {
    const at = await shelf(4);
    const clerk = await web.browser(everywhere('clerk'));
    const form = await clerk.get('/counts/adjustments/new');
    const typed = { partId: at.partNumber, locationId: at.bin, quantity: '1', direction: 'up' };
    const nothing = await clerk.send(form, '/counts/adjustments/new', typed);
    expect(nothing.status).toBe(422);
    const sent = await clerk.send(form, '/counts/adjustments/new', {
      ...typed,
      reasonCode: 'FOUND',
    });
    const path = sent.location ?? '';
    const approver = await web.browser(everywhere('approver'));
    const seen = await approver.get(path);
    const rejected = await approver.sendOn(seen, `${path}/reject`, { note: 'count it first' });
    expect(textOf(rejected.html)).toContain('count it first');
    const list = await clerk.get(`/counts/changes?queue=refused&search=${at.partNumber}`);
    expect(list.html).toContain(path);
  });

  it('let an administrator set tolerances and reasons, and nobody else', async () => {
    const administrator = await web.browser(everywhere('administrator'));
    const settings = await administrator.get('/counts/settings');
    const tolerance = { pieces: '0', percent: '0', valueMinor: '0.00' };
    const saved = await administrator.sendOn(settings, '/counts/settings/tolerance', tolerance);
    expect(textOf(saved.html)).toContain('The tolerance is saved');
    const reason = { kind: 'scrap', code: 'BURNT', nameEn: 'Burnt', nameZh: '烧毁' };
    const named = await administrator.sendOn(settings, '/counts/settings/reason', reason);
    expect(textOf(named.html)).toContain('烧毁');
    const clerk = await web.browser(everywhere('clerk'));
    const seen = await clerk.get('/counts/settings');
    expect(seen.html).not.toContain('action="/counts/settings/reason"');
  });
});
