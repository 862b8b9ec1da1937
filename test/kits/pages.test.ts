/** Kits through pages without script in both languages, and over REST by every address of the room. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPartModel,
  createPart,
  getPart,
  listSites,
  receiveStock,
} from '../../src/inventory/index.ts';
import { defineKit, kitsCommands, kitsQueries, listKits } from '../../src/kits/index.ts';
import { kitsRoutes } from '../../src/service/routes/kits.ts';
import { apiClient, textOf as idIn } from '../support/api-client.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';
import { refusalOf } from './kit-world.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

const everywhere = (role: 'clerk' | 'planner' | 'administrator') =>
  [{ role, siteId: null }] as const;

async function shelf() {
  const { world } = web.app;
  const { siteId } = await world.site();
  const locationId = await world.bin(siteId);
  const sites = await world.ask(listSites, {});
  const bin = sites.flatMap(({ locations }) => locations).find(({ id }) => id === locationId);
  const make = async (prefix: string, tracking: 'none' | 'serial' = 'none') => {
    const partNumber = mint(prefix);
    const named = { partNumber, nameEn: 'Roller', nameZh: '搓纸轮', tracking, costMinor: 1_250 };
    return { ...(await world.run(createPart, named)), partNumber };
  };
  return { siteId, locationId, bin: bin?.code ?? '', make };
}

describe.each([
  [
    'en',
    {
      saved: 'Saved as revision 1.',
      missing: 'Components are missing',
      built: 'the kits are built',
      broken: 'the kits are broken',
      short: 'missing)',
      wroteOff: 'Written off',
      circle: 'A kit cannot contain itself',
      position: 'is added',
    },
  ],
  [
    'zh-CN',
    {
      saved: '已保存为第 1 版',
      missing: '组件不足',
      built: '套件已组装',
      broken: '套件已拆解',
      short: '（缺 ',
      wroteOff: '报废核销',
      circle: '套件不能包含自身',
      position: '已添加位置',
    },
  ],
] as const)('a kit in %s', (locale, words) => {
  it('is defined by scanning, built, and broken with a piece missing', async () => {
    const { locationId, bin, make } = await shelf();
    const [kit, board, screw] = [await make('KIT'), await make('BRD', 'serial'), await make('SCR')];
    const boss = await web.browser(everywhere('administrator'), locale);
    const path = `/kits/${kit.partId}`;
    const opened = await boss.sendOn(await boss.get('/kits'), '/kits/open', {
      code: kit.partNumber,
    });
    const add = { componentId: board.partNumber, quantity: '1' };
    const first = await boss.sendOn(opened, `${path}/components`, add);
    expect(textOf(first.html)).toContain(words.saved);
    const more = { componentId: screw.partNumber, quantity: '4' };
    const second = await boss.sendOn(first, `${path}/components`, more);
    const itself = { componentId: kit.partNumber, quantity: '1' };
    const circle = await boss.send(second, `${path}/components`, itself);
    expect(circle.status).toBe(409);
    expect(textOf(circle.html)).toContain(words.circle);
    const late = { ...more, quantity: '5', revision: '1' };
    const stale = await boss.send(second, `${path}/components`, late);
    expect(stale.status).toBe(409);
    const form = await boss.get(`${path}/build`);
    const wish = { locationId: bin, quantity: '2', fromLocationIds: bin };
    const refused = await boss.send(form, `${path}/build`, wish);
    expect(textOf(refused.html)).toContain(words.missing);
    expect(refused.html).toContain(`${board.partNumber} × 2`);
    const { world } = web.app;
    const serialNumbers = [`${board.partNumber}-1`, `${board.partNumber}-2`];
    const { partId } = board;
    await world.run(receiveStock, { partId, locationId, quantity: 2, serialNumbers });
    await world.run(receiveStock, { partId: screw.partId, locationId, quantity: 9 });
    const pieces = serialNumbers.join('\r\n');
    const built = await boss.sendOn(form, `${path}/build`, { ...wish, pieces });
    expect(textOf(built.html)).toContain(words.built);
    expect(built.html).toContain(serialNumbers[1]);
    expect(built.html).toContain('125.00');
    const breaking = await boss.get(`${path}/break`);
    const broken = await boss.sendOn(breaking, `${path}/break`, {
      ...{ locationId: bin, quantity: '1', 'returned.0.serialNumbers': serialNumbers[0] ?? '' },
      ...{ 'missing.1.quantity': '1', 'missing.1.reason': 'lost 丢失' },
    });
    expect(textOf(broken.html)).toContain(words.broken);
    expect(textOf(broken.html)).toContain(words.wroteOff);
    expect(broken.html).toContain('lost 丢失');
    const list = await boss.get(`/kits?search=${kit.partNumber}`);
    expect(textOf(list.html)).toContain(words.short);
    const orders = await boss.get(`/kits/orders?partId=${kit.partId}`);
    expect(orders.html.match(/KIT-\d{6}/g)?.length).toBe(2);
  });

  it('leaves editing and building to those who may', async () => {
    const { make } = await shelf();
    const [kit, part] = [await make('KIT'), await make('PRT')];
    const components = [{ partId: part.partId, quantity: 1 }];
    await web.app.world.run(defineKit, { partId: kit.partId, components });
    const clerk = await web.browser(everywhere('clerk'), locale);
    const page = await clerk.get(`/kits/${kit.partId}`);
    expect(page.html).toContain(`/kits/${kit.partId}/build`);
    expect(page.html).not.toContain('name="componentId"');
    const planner = await web.browser(everywhere('planner'), locale);
    expect((await planner.get(`/kits/${kit.partId}`)).html).toContain('name="componentId"');
    expect((await planner.get(`/kits/${kit.partId}/build`)).status).toBe(403);
  });

  it('keeps the positions of a model', async () => {
    const { make } = await shelf();
    const part = await make('PRT');
    const model = mint('Model');
    const planner = await web.browser(everywhere('planner'), locale);
    const empty = await planner.get(`/kits/models?model=${model}`);
    const typed = { partId: part.partNumber, position: 'Tray 2', quantity: '2' };
    expect((await planner.send(empty, '/kits/models', typed)).status).toBe(409);
    await web.app.world.run(addPartModel, { partId: part.partId, model });
    const added = await planner.sendOn(empty, '/kits/models', typed);
    expect(textOf(added.html)).toContain(words.position);
    expect((await planner.send(added, '/kits/models', typed)).status).toBe(409);
    const removed = await planner.sendOn(added, '/kits/models/remove');
    expect(removed.html).not.toContain('Tray 2');
    expect(removed.html).toContain(part.partNumber);
  });
});

describe('the definition', () => {
  it('refuses circles by name, parts named twice, other currencies, and the last one going', async () => {
    const { make } = await shelf();
    const { world } = web.app;
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    const of = (...ids: string[]) => ids.map((partId) => ({ partId, quantity: 1 }));
    const define = (partId: string, components: ReturnType<typeof of>) =>
      world.run(defineKit, { partId, components });
    await define(a.partId, of(b.partId));
    await define(b.partId, of(c.partId));
    const circle = await refusalOf(define(c.partId, of(a.partId)));
    expect(circle.code).toBe('kits.kit-circle');
    const chain = [c, a, b, c].map(({ partNumber }) => partNumber).join(' → ');
    expect(circle.params).toEqual({ chain });
    const twice = await refusalOf(define(c.partId, of(a.partId, a.partId)));
    expect(twice.code).toBe('kits.component-twice');
    const partNumber = mint('EUR');
    const euro = await world.run(createPart, { partNumber, nameEn: 'Euro', currency: 'EUR' });
    const { currency } = await world.ask(getPart, { partId: a.partId });
    expect(currency).not.toBe('EUR');
    const mixed = await refusalOf(define(c.partId, of(euro.partId)));
    expect(mixed.code).toBe('kits.currency-differs');
  });

  it('lets one of two halves of a circle in', async () => {
    const { make } = await shelf();
    const [a, b] = [await make('A'), await make('B')];
    const define = (partId: string, inside: string) =>
      web.app.world.run(defineKit, { partId, components: [{ partId: inside, quantity: 1 }] });
    const ends = await Promise.allSettled([define(a.partId, b.partId), define(b.partId, a.partId)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the addresses', () => {
  it('lead to every command and query of the room', () => {
    const routed = kitsRoutes.map(({ action }) => action.name).sort();
    const named = [...kitsCommands, ...kitsQueries].map(({ name }) => name).sort();
    expect(routed).toEqual(named);
  });

  it('carry a kit from its definition to its parts', async () => {
    const { siteId, locationId, make } = await shelf();
    const [kit, part, spare] = [await make('KIT'), await make('PRT'), await make('SPR')];
    const { app } = web;
    const { token } = await app.makeActorToken([...everywhere('administrator')]);
    const client = apiClient((path, { method, headers, body }) => {
      return app.call(path, { method, headers, ...(body === undefined ? {} : { body }) });
    }, token);
    const answer = (at: string, json?: unknown, method?: string) =>
      client(at, {
        ...(json === undefined ? {} : { json }),
        ...(method === undefined ? {} : { method }),
      });
    const api = async (at: string, json?: unknown, method?: string) => {
      const got = await answer(at, json, method);
      expect(got.status).toBeLessThan(300);
      return got.body;
    };
    const refusedBy = async (at: string) => JSON.stringify((await answer(at, {})).body);
    await app.world.stocked(part.partId, locationId, 4);
    const path = `/kits/${kit.partId}`;
    await api(path, { components: [{ partId: part.partId, quantity: 2 }] }, 'PUT');
    await api(`${path}/components/${spare.partId}`, { quantity: 1 }, 'PUT');
    await api(`${path}/components/${spare.partId}/remove`, {});
    const seen = await api(path);
    expect(seen).toMatchObject({ revision: 3, components: [{ quantity: 2 }] });
    const last = await refusedBy(`${path}/components/${part.partId}/remove`);
    expect(last).toContain('kits.last-component');
    const lost = await refusedBy(`${path}/components/${spare.partId}/remove`);
    expect(lost).toContain('kits.unknown-component');
    expect(await api(`${path}/buildable`)).toMatchObject({ sites: [{ siteId, buildable: 2 }] });
    const orderId = idIn(await answer(`${path}/build`, { locationId, quantity: 2 }), 'orderId');
    expect(await api(`/kit-orders/${orderId}`)).toMatchObject({ kind: 'build', quantity: 2 });
    const exploded = await api(`${path}/explosion?quantity=3&siteId=${siteId}`);
    expect(exploded).toMatchObject({ demand: [{ covered: 2 }, { needed: 2 }] });
    const asked = [{ partId: kit.partId, quantity: 3 }];
    expect(await api('/kits/demand', { asked })).toMatchObject({ demand: [{}, { needed: 6 }] });
    await api(`${path}/break`, { locationId, quantity: 1 });
    expect(await api(`/kit-orders?partId=${kit.partId}`)).toMatchObject({ total: 2 });
    const model = mint('M');
    await app.world.run(addPartModel, { partId: part.partId, model });
    const line = { model, partId: part.partId, position: 'A1' };
    const lineId = idIn(await answer('/model-bom', line), 'lineId');
    expect(await api(`/model-bom?model=${model}`)).toMatchObject({ lines: [{ position: 'A1' }] });
    await api(`/model-bom/${lineId}/remove`, {});
    const gone = await refusedBy(`/model-bom/${lineId}/remove`);
    expect(gone).toContain('kits.unknown-bom-line');
    const { kits } = await app.world.ask(listKits, { search: kit.partNumber });
    expect(kits).toHaveLength(1);
    expect(await api(`/kits?search=${kit.partNumber}`)).toMatchObject({ total: 1 });
  });
});
