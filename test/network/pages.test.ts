/** The pages of the network without script, in both languages, and the same over REST. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createParty } from '../../src/inventory/index.ts';
import { addHolidays, listLanes } from '../../src/network/index.ts';
import type { Role } from '../../src/people/index.ts';
import { networkMap } from '../../src/web/pages/network/map-layout.ts';
import { apiClient, textOf as fieldOf, rowsOf } from '../support/api-client.ts';
import { type Browser, openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';
import { always, laneBetween, laneInput, officeDays } from './network-world.ts';

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

const pages = [
  ['/network', 'The transport network', '运输网络'],
  ['/network/lanes', 'Lanes', '运输线路'],
  ['/network/calendars', 'Working calendars', '工作日历'],
  ['/network/return-routes', 'Return routes', '退返路线'],
] as const;

describe('every page of the network', () => {
  it.each(pages)('%s speaks both languages and lets only planners change', async (...row) => {
    const [path, en, zh] = row;
    expect((await (await as('planner')).get(path)).html).toContain(`<h1>${en}</h1>`);
    const chinese = await (await as('clerk', 'zh-CN')).get(path);
    expect(chinese.html).toContain(`<h1>${zh}</h1>`);
    expect(chinese.html).not.toContain(`action="${path}`);
    const stranger = await (await web.browser()).get(path);
    expect(stranger.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });
});

describe('a lane', () => {
  it('is typed with clock time and money, drawn, and changed', async () => {
    const planner = await as('planner');
    const [a, b] = [await web.app.world.site(), await web.app.world.site()];
    const page = await planner.get('/network/lanes');
    const typed = {
      ...{ fromSiteId: a.siteId, toSiteId: a.siteId, leadHours: '30', carrier: '顺丰' },
      ...{ cutOffMinute: '16:30', costMinor: '1,250.5', calendarId: always },
    };
    const same = await planner.send(page, '/network/lanes/new', typed);
    expect(same.status).toBe(422);
    expect(textOf(same.html)).toContain('To: A lane leads to another site');
    for (const kept of ['16:30', '1,250.5', '顺丰']) expect(same.html).toContain(`value="${kept}"`);
    const done = await planner.sendOn(same, '/network/lanes/new', { toSiteId: b.siteId });
    expect(textOf(done.html)).toContain(
      `${a.code} ${b.code} Road 顺丰 30 h 1250.50 CNY ALWAYS 16:30`,
    );
    const { lanes } = await web.app.world.ask(listLanes, { siteId: a.siteId });
    const path = `/network/lanes/${lanes[0]?.id}`;
    const lane = await planner.get(path);
    const late = await planner.get(path);
    expect(lane.html).toContain('value="1250.50"');
    const changed = await planner.sendOn(lane, `${path}/edit`, { leadHours: '48' });
    expect(textOf(changed.html)).toContain('The lane is changed.');
    const stale = await planner.send(late, `${path}/edit`, { leadHours: '72' });
    expect(stale.status).toBe(409);
    const drawn = await planner.get(`/network?siteId=${b.siteId}`);
    expect(drawn.html).toMatch(/<svg[\s\S]*2 d[\s\S]*<\/svg>/);
    const gone = await planner.sendOn(await planner.get(path), `${path}/retire`);
    expect(textOf(gone.html)).toContain('The lane is out of use.');
    expect((await (await as('technician')).get(path)).status).toBe(403);
  });

  it('says why stock waits, in the local time of the lane', async () => {
    const { world } = web.app;
    const [a, b] = [await world.site(), await world.site()];
    const calendarId = await officeDays(world);
    await world.run(addHolidays, { calendarId, lines: '2026-11-17 Day off' });
    await laneBetween(world, [a.siteId, b.siteId], { calendarId, cutOffMinute: 540 });
    const path = `/network?siteId=${b.siteId}`;
    const english = await (await as('clerk')).get(path);
    expect(textOf(english.html)).toContain('Cut-off missed: leaves Wednesday 2026-11-18 09:00');
    const chinese = await (await as('clerk', 'zh-CN')).get(path);
    expect(textOf(chinese.html)).toContain('已过截单时间：周三 2026-11-18 09:00 发出');
  });
});

describe('a calendar', () => {
  it('is added, takes pasted holidays, and stays while lanes use it', async () => {
    const planner = await as('planner', 'zh-CN');
    const code = mint('CAL');
    const page = await planner.get('/network/calendars');
    const typed = { code, nameZh: '周一', weekdays: '1', closesMinute: '24:00' };
    const wrong = await planner.send(page, '/network/calendars/new', {
      ...typed,
      timeZone: '上海',
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong.html)).toContain('时区');
    expect(wrong.html).toContain('value="24:00"');
    const done = await planner.sendOn(wrong, '/network/calendars/new', {
      ...{ timeZone: 'Asia/Shanghai', weekdays: '1' },
    });
    expect(textOf(done.html)).toContain(`日历 ${code} 已新增。`);
    const calendarId = /network\/calendars\/([0-9a-f-]{36})\/edit/.exec(done.html)?.[1] ?? '';
    const path = `/network/calendars/${calendarId}`;
    const bad = await planner.send(done, `${path}/holidays`, { lines: '国庆节' });
    expect(bad.status).toBe(422);
    expect(textOf(bad.html)).toContain('第 1 行是“国庆节”');
    const pasted = await planner.sendOn(bad, `${path}/holidays`, { lines: '2026年10月1日 国庆节' });
    expect(textOf(pasted.html)).toContain('2026-10-01 国庆节');
    const removed = await planner.sendOn(pasted, `${path}/holidays-remove`, { days: '2026-10-01' });
    expect(textOf(removed.html)).toContain('没有节假日');
    const edited = await planner.sendOn(removed, `${path}/edit`, { weekdays: '2' });
    expect(textOf(edited.html)).toContain(`日历 ${code} 已修改。`);
    const { world } = web.app;
    const ends = [(await world.site()).siteId, (await world.site()).siteId] as const;
    const laneId = await laneBetween(world, ends, { calendarId });
    const used = await planner.get(path);
    expect(used.html).toContain('aria-disabled="true"');
    const { token } = await web.app.makeActorToken([{ role: 'planner', siteId: null }]);
    const send = (to: string, request: object) => web.app.call(to, request);
    const api = apiClient(send, token);
    await api(`/lanes/${laneId}/retire`, { json: { version: 1 } });
    const gone = await planner.sendOn(await planner.get(path), `${path}/retire`);
    expect(textOf(gone.html)).toContain(`日历 ${code} 已停用。`);
  });
});

describe('a return route', () => {
  it('names its ends by code and is taken out of use', async () => {
    const planner = await as('planner');
    const { world } = web.app;
    const { siteId, code } = await world.site();
    const party = mint('REP');
    await world.run(createParty, { code: party, kind: 'repairer', nameEn: 'Works' });
    const page = await planner.get('/network/return-routes');
    const category = mint('boards');
    const typed = { fromSiteId: siteId, category, toPartyId: 'NOBODY' };
    const refused = await planner.send(page, '/network/return-routes/new', typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="NOBODY"');
    const done = await planner.sendOn(refused, '/network/return-routes/new', { toPartyId: party });
    expect(textOf(done.html)).toContain(`${code} ${category} any ${party}`);
    const action = /action="(\/network\/return-routes\/[0-9a-f-]{36}\/retire)"/.exec(
      done.html,
    )?.[1];
    const gone = await planner.sendOn(done, action ?? '');
    expect(textOf(gone.html)).toContain('The return route is out of use.');
    expect(textOf(gone.html)).not.toContain(category);
  });
});

describe('the network over REST', () => {
  it('is set up and asked by a program', async () => {
    const { world } = web.app;
    const [a, b] = [(await world.site()).siteId, (await world.site()).siteId];
    const { token } = await web.app.makeActorToken([{ role: 'administrator', siteId: null }]);
    const api = apiClient((to, request) => web.app.call(to, request), token);
    const added = await api('/lanes', { json: laneInput(a, b, { leadHours: 12 }), key: mint('K') });
    expect(added.status).toBe(201);
    const laneId = fieldOf(added, 'laneId');
    const itself = await api('/lanes', { json: laneInput(a, a), key: mint('K') });
    expect([itself.status, fieldOf(itself, 'code')]).toEqual([422, 'network.lane-to-itself']);
    const arrivals = await api(`/sites/${b}/arrivals?readyAt=2026-11-16T08:00:00Z`);
    expect(rowsOf(arrivals, 'arrivals')).toMatchObject([
      { fromSiteId: a, laneIds: [laneId], arriveAt: '2026-11-16T20:00:00.000Z', reasons: [] },
    ]);
    expect(rowsOf(await api(`/lanes?siteId=${a}`), 'lanes')).toHaveLength(1);
    expect((await api(`/lanes/${laneId}`)).status).toBe(200);
    expect(rowsOf(await api('/work-calendars'), 'calendars').length).toBeGreaterThan(0);
    expect((await api(`/work-calendars/${always}`)).status).toBe(200);
    expect((await api('/return-routes')).status).toBe(200);
    const site = await api(`/sites/${a}`);
    expect(rowsOf(site, 'kinds')).toHaveLength(3);
    const prefix = mint('G');
    const pattern = `${prefix}-{1..3}`;
    const ask = `/sites/${a}/bins/preview?pattern=${encodeURIComponent(pattern)}`;
    expect((await api(ask)).body).toMatchObject({ count: 3, lastCode: `${prefix}-3` });
    const bins = await api(`/sites/${a}/bins`, { json: { pattern }, key: mint('K') });
    expect(bins.status).toBe(201);
    const locations = rowsOf(await api(`/sites/${a}/locations?kind=storage`), 'locations');
    expect(locations).toHaveLength(3);
    const path = `/locations/${String(locations[0]?.id)}`;
    expect((await api(`${path}/retire`, { json: { version: 1 }, key: mint('K') })).status).toBe(
      200,
    );
    expect((await api(`${path}/reopen`, { json: { version: 2 }, key: mint('K') })).status).toBe(
      200,
    );
    expect((await api('/conditions')).status).toBe(200);
    expect((await api('/people/names')).status).toBe(200);
  });
});

describe('the picture', () => {
  it('draws every site once and every pair of sites in its direction', () => {
    const codes = ['A', 'B', 'C', 'D', 'E'];
    const lanes = codes.flatMap((from) =>
      codes.filter((to) => to !== from).map((to) => ({ from, to, leadHours: 5 })),
    );
    const map = networkMap([...lanes, { from: 'A', to: 'B', leadHours: 2 }]);
    expect(map.sites.map(({ code }) => code)).toEqual(codes);
    expect(map.arrows).toHaveLength(20);
    expect(map.arrows[0]).toMatchObject({ leadHours: 2, lanes: 2 });
    for (const { x, y } of map.sites) {
      expect(x > 0 && x < map.width && y > 0 && y < map.height).toBe(true);
    }
    expect(networkMap(lanes)).toEqual(networkMap(lanes));
  });
});
