/**
 * The demo company loads by commands alone, leaves something to do on every desk, counts on the first
 * page exactly what its lists show, and the second story of the tutorial can be walked in it.
 */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCountWork, listCounts, listStockChanges } from '../../src/counts/index.ts';
import { loadDemo } from '../../src/demo/load.ts';
import { auditOrders, countOrderWork, listOrders } from '../../src/orders/index.ts';
import { systemIds } from '../../src/platform/ids.ts';
import {
  countReceiptWork,
  listArrivals,
  listDiscrepancies,
  listToPutAway,
} from '../../src/receipts/index.ts';
import { countQueues, listLines } from '../../src/rma/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type Browser, openWebApp, type Page, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
const told: string[] = [];
const passwords = new Map<string, string>();

/** Pages as they were met, for looking at them and for writing the tutorial. */
function look(name: string, page: Page): Page {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) writeFileSync(`${folder}/${name}.html`, page.html);
  return page;
}

beforeAll(async () => {
  web = await openWebApp();
  const { executor, clock } = web.app.world;
  const tell = (line: string) => void told.push(line);
  const signIns = await loadDemo({ executor, clock, ids: systemIds(clock), tell });
  for (const { login, password } of signIns) passwords.set(login, password);
}, 240_000);
afterAll(() => web.close());

async function signIn(login: string): Promise<Browser> {
  const browser = await web.browser();
  const typed = { login, password: passwords.get(login) ?? '' };
  await browser.sendOn(await browser.get('/sign-in'), '/sign-in', typed);
  return browser;
}

describe('the loaded demo', () => {
  it('says how far it is and gives each person a password', () => {
    expect(told).toHaveLength(9);
    expect([...passwords.keys()]).toEqual(expect.arrayContaining(['zhou.kai', 'wu.fang']));
  });

  it('has work on every desk, and the first page counts what the lists show', async () => {
    const { world } = web.app;
    const counts = await world.ask(countCountWork, {});
    const receipts = await world.ask(countReceiptWork, {});
    const found = {
      waiting: (await world.ask(listOrders, { queue: 'waiting' })).total,
      toCount: (await world.ask(listCounts, { queue: 'to-count' })).total,
      toRecount: (await world.ask(listCounts, { queue: 'to-recount' })).total,
      toApprove: (await world.ask(listCounts, { queue: 'to-approve' })).total,
      changes: (await world.ask(listStockChanges, {})).total,
      expected: (await world.ask(listArrivals, {})).total,
      overdue: (await world.ask(listArrivals, { isOverdue: true })).total,
      discrepancies: (await world.ask(listDiscrepancies, {})).total,
      toPutAway: (await world.ask(listToPutAway, {})).total,
    };
    const { waiting } = await world.ask(countOrderWork, {});
    expect({ waiting, ...counts, ...receipts }).toEqual(found);
    const late = await world.ask(listLines, { queue: 'overdue' });
    expect((await world.ask(countQueues, {})).overdue).toBe(late.total);
    const { waiting: orders, toCount, changes, expected, discrepancies, toPutAway } = found;
    for (const some of [orders, toCount, changes, expected, discrepancies, toPutAway]) {
      expect(some).toBeGreaterThan(0);
    }
  });

  it.each(['he.jun', 'wu.fang', 'gao.ming', 'feng.tao', 'anna.berg'])(
    'shows %s a first page whose tiles all lead somewhere',
    async (login) => {
      const browser = await signIn(login);
      const home = look(`home-${login}`, await browser.get('/'));
      const tiles = [...home.html.matchAll(/<li><a href="([^"]+)"[^>]*><b>/g)];
      if (login !== 'gao.ming') expect(tiles.length).toBeGreaterThan(2);
      for (const [, href = ''] of tiles) {
        const page = await browser.get(href.replaceAll('&amp;', '&'));
        expect((await browser.follow(page)).status).toBe(200);
      }
    },
  );
});

describe('the second story of the tutorial', () => {
  const part = 'BLT-00009';

  it('brings a part from the depot to the van in Shanghai', async () => {
    const technician = await signIn('zhou.kai');
    const approver = await signIn('feng.tao');
    const clerk = await signIn('wu.fang');

    let page = await technician.get('/requests/new');
    page = look('t1', await technician.send(page, '/requests/new', { add: part, step: 'add' }));
    expect(textOf(page.html)).toContain(part);
    const about = { step: 'send', documentNumber: 'WO-20500', priority: '2' };
    page = look('t2', await technician.sendOn(page, '/requests/new', about));
    const request = /REQ-\d{6}/.exec(page.html)?.[0] ?? '';
    expect(request).toBe('REQ-000006');

    page = await approver.follow(await approver.get(`/scan?code=${request}`));
    const path = /action="(\/requests\/[0-9a-f-]+)\/approve"/.exec(page.html)?.[1] ?? '';
    look('t3', page);
    page = look('t4', await approver.sendOn(page, `${path}/approve`));
    const order = /ORD-\d{6}/.exec(page.html)?.[0] ?? '';

    page = look('t5', await clerk.get(`/shipments/pick`));
    page = look('t5b', await clerk.follow(page));
    const site = /\/shipments\/pick\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? '';
    page = look('t6', await clerk.get(`/shipments/pick/${site}`));
    const row = new RegExp(`<tr>(?:(?!</tr>)[\\s\\S])*${order}(?:(?!</tr>)[\\s\\S])*</tr>`);
    const bin = /SZ-[A-D]-\d\d-\d\d/.exec(row.exec(page.html)?.[0] ?? page.html)?.[0] ?? '';
    const atBin = await clerk.send(page, `/shipments/pick/${site}/scan`, { code: bin });
    page = look('t7', await clerk.follow(atBin));
    const scanned = await clerk.send(page, `${atBin.location}/scan`, { code: part });
    page = look('t8', await clerk.follow(scanned));
    const shipment = /SHP-\d{6}/.exec(textOf(page.html))?.[0] ?? '';

    page = look('t9', await clerk.follow(await clerk.get(`/scan?code=${shipment}`)));
    const pack = /action="(\/shipments\/[0-9a-f-]+\/pack)\/new-box"/.exec(page.html)?.[1] ?? '';
    const opened = await clerk.send(page, `${pack}/new-box`);
    const boxPath = opened.location ?? '';
    page = look('t10', await clerk.follow(opened));
    const packed = await clerk.send(page, `${boxPath}/scan`, { code: part });
    page = look('t11', await clerk.follow(packed));
    const own = pack.replace(/\/pack$/, '');
    page = look('t12', await clerk.get(own));
    const parcel = { carrier: '顺丰速运', trackingNumber: 'SF2' };
    page = look('t13', await clerk.sendOn(page, `${own}/dispatch`, parcel));

    const box = boxPath.split('/').at(-1) ?? '';
    const way = await technician.get(`/scan?code=${box}`);
    expect(way.location).toContain('/receipts/arrivals/');
    page = look('t14', await technician.follow(way));
    const scan = /action="(\/receipts\/arrivals\/[0-9a-f-]+\/scan)"/.exec(page.html)?.[1] ?? '';
    page = look('t15', await technician.sendOn(page, scan, { code: box }));
    expect(textOf(page.html)).toMatch(/RCV-\d{6}/);
    page = look('t16', await technician.get(path));
    page = look('t17', await technician.follow(await technician.get('/scan?code=SH-VAN-01')));
    expect(textOf(page.html)).toContain(part);
    if (process.env['SHOTS'] !== undefined) {
      writeFileSync(
        `${process.env['SHOTS']}/names.json`,
        JSON.stringify({ request, order, shipment, box, bin }),
      );
    }
  });

  it('leaves a clean ledger and orders that agree with it', async () => {
    const { connection } = web.app.world.database;
    await expectCleanLedger(connection);
    expect(await auditOrders(connection.db)).toEqual([]);
  });
});
