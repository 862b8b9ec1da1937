/** The pages of purchasing as people meet them without script, in both languages. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPurchaseDemand, cancelPurchase } from '../../src/purchasing/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { readPdf } from '../support/pdf.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import {
  type Depot,
  depot,
  partNumberOf,
  sells,
  sentOrder,
  supplier,
  waits,
} from './purchase-world.ts';

let web: WebApp;
let at: Depot;
beforeAll(async () => {
  web = await openWebApp();
  at = await depot(web.app.world);
});
afterAll(async () => {
  await expectCleanLedger(web.app.world.database.connection);
  await web.close();
});

type Locale = 'en' | 'zh-CN';
const someone = (role: 'planner' | 'clerk', locale: Locale = 'en') =>
  web.browser([{ role, siteId: null }], locale);

function look(name: string, page: { readonly html: string; readonly bytes?: Uint8Array }) {
  const folder = process.env.SHOTS;
  if (folder === undefined) return;
  const isPdf = name.endsWith('.pdf');
  writeFileSync(
    `${folder}/${isPdf ? name : `${name}.html`}`,
    isPdf ? (page.bytes ?? '') : page.html,
  );
}

const words = {
  en: {
    demand: ['5 wait, and nothing is free or expected.', 'at least 6', 'Packs of 4 make 8'],
    nobody: 'Nobody sells it',
    made: /Draft orders: PO-\d{6}\./,
    sent: /PO-\d{6} counts as sent/,
    paper: ['Purchase order', 'Your part number', '8,000.00'],
    confirmed: 'Confirmed',
    fed: 'Do not put it away',
    ended: ['expects nothing any more', 'Receive the goods by hand'],
  },
  'zh-CN': {
    demand: ['等待 5，没有可用库存或预计到货。', '最小起订量为 6', '按包装数量 4 取整为 8'],
    nobody: '没有供应商',
    made: /已生成草稿订单：PO-\d{6}/,
    sent: /PO-\d{6} 已标记为发送/,
    paper: ['采购订单', '贵司料号', '8,000.00'],
    confirmed: '已确认',
    fed: '请勿上架',
    ended: ['已无待收货物', '手工收货'],
  },
} as const;

describe('purchasing', () => {
  it.each(['en', 'zh-CN'] as const)('goes in %s from demand to goods', async (locale) => {
    const { world } = web.app;
    const say = words[locale];
    const [partId, unsold] = [await world.part(), await world.part()];
    const { supplierId } = await supplier(world, locale);
    const terms = { packSize: 4, minimumOrder: 6 };
    const priceBreaks = [{ fromQuantity: 1, priceMinor: 100_000 }];
    await sells(world, supplierId, partId, { ...terms, priceBreaks });
    await waits(world, at, partId, 5);
    await waits(world, at, unsold, 1);
    await world.run(addPurchaseDemand, {
      ...{ partId: unsold, siteId: at.siteId, quantity: 2, reason: 'spare for the fair' },
    });
    const number = await partNumberOf(world, partId);
    const planner = await someone('planner', locale);
    const hub = await planner.get('/purchasing');
    look(`hub-${locale}`, hub);
    for (const text of [...say.demand, say.nobody, number])
      expect(textOf(hub.html)).toContain(text);
    const draft = await planner.sendOn(hub, '/purchasing/make-orders', {
      pick: `${partId} ${at.siteId}`,
    });
    expect(textOf(draft.html)).toMatch(say.made);
    look(`draft-${locale}`, draft);
    const [, id = ''] = /action="\/purchasing\/([0-9a-f-]{36})\/send"/.exec(draft.html) ?? [];
    const order = `/purchasing/${id}`;
    const sent = await planner.sendOn(draft, `${order}/send`, { note: 'Batch 2026 or newer' });
    expect(textOf(sent.html)).toMatch(say.sent);
    look(`sent-${locale}`, sent);
    const paper = `/documents/purchase-orders/${id}/order.pdf`;
    const pdf = await planner.get(paper);
    look(`order-${locale}.pdf`, pdf);
    const [page] = await readPdf(pdf.bytes);
    for (const text of [...say.paper, number, 'Batch 2026']) expect(page?.text).toContain(text);
    const confirmed = await planner.sendOn(sent, `${order}/confirm`, { supplierReference: 'SO-1' });
    expect(textOf(confirmed.html)).toContain(say.confirmed);
    const clerk = await someone('clerk', locale);
    const [, printed = ''] = /(PO-\d{6})/.exec(textOf(sent.html)) ?? [];
    expect((await clerk.get(`/scan?code=${printed}`)).location).toBe(order);
    const own = await clerk.get(order);
    look(`receive-${locale}`, own);
    const took = await clerk.sendOn(own, `${order}/scan`, { code: number, quantity: '3' });
    expect(textOf(took.html)).toContain(say.fed);
    look(`took-${locale}`, took);
    const all = await clerk.sendOn(took, `${order}/receive-all`);
    expect(all.status).toBe(200);
    look(`done-${locale}`, all);
    expect((await clerk.get(paper)).bytes).toEqual(pdf.bytes);
    const late = await clerk.send(own, `${order}/receive-all`);
    expect(late.status).toBe(409);
    for (const text of say.ended) expect(textOf(late.html)).toContain(text);
    look(`late-${locale}`, late);
    const ended = await planner.get('/purchasing?queue=ended');
    expect(ended.html).toContain(order);
    look(`ended-${locale}`, ended);
  });

  it('names what nobody sells instead of dropping it, and takes back what was added by hand', async () => {
    const { world } = web.app;
    const partId = await world.part();
    const number = await partNumberOf(world, partId);
    const planner = await someone('planner');
    const form = await planner.get('/purchasing/new-demand');
    const hub = await planner.sendOn(form, '/purchasing/new-demand', {
      partId: number,
      siteId: at.siteId,
      quantity: '2',
      reason: 'spare for the fair',
    });
    expect(textOf(hub.html)).toContain('2: spare for the fair');
    const none = await planner.sendOn(hub, '/purchasing/make-orders', {
      pick: `${partId} ${at.siteId}`,
    });
    expect(textOf(none.html)).toContain(`nobody sells ${number}`);
    const found = await planner.get(`/purchasing?search=${number}`);
    const [, withdraw = ''] = /formaction="([^"]+\/withdraw)"/.exec(found.html) ?? [];
    const back = await planner.follow(await planner.post(withdraw, { _key: 'withdraw-0001' }));
    expect(textOf(back.html)).toContain('2 taken back');
    expect(textOf(back.html)).not.toContain(number);
  });

  it.each([
    ['en', 'The supplier does not sell this quantity', 'The order has no line'],
    ['zh-CN', '供应商不按此数量供货', '订单没有明细'],
  ] as const)('builds a draft by hand in %s and asks about odd quantities', async (...given) => {
    const [locale, odd, empty] = given;
    const { world } = web.app;
    const partId = await world.part();
    const { supplierId, code } = await supplier(world);
    await sells(world, supplierId, partId, { packSize: 5 });
    const planner = await someone('planner', locale);
    const form = await planner.get('/purchasing/new-order');
    const draft = await planner.sendOn(form, '/purchasing/new-order', {
      supplierId: code,
      siteId: at.siteId,
      currency: 'CNY',
    });
    expect(textOf(draft.html)).toContain(empty);
    const [, order = ''] =
      /action="(\/purchasing\/[0-9a-f-]{36})\/set-line"/.exec(draft.html) ?? [];
    const typed = { partId: await partNumberOf(world, partId), quantity: '7', priceMinor: '12.5' };
    const asked = await planner.send(draft, `${order}/set-line`, typed);
    expect(textOf(asked.html)).toContain(odd);
    look(`odd-${locale}`, asked);
    const sure = await planner.sendOn(asked, `${order}/set-line`, {
      ...typed,
      _acknowledge: 'purchasing.odd-quantity',
    });
    expect(textOf(sure.html)).toContain('87.50 CNY');
    look(`line-${locale}`, sure);
    const removed = await planner.sendOn(sure, `${order}/remove-line`);
    const gone = await planner.sendOn(removed, `${order}/discard`);
    expect(gone.status).toBe(200);
  });

  it.each([
    ['en', 'is not on PO-'],
    ['zh-CN', '中没有'],
  ] as const)(
    'says in %s what does not belong to the order, and what is over',
    async (...given) => {
      const [locale, notOn] = given;
      const { world } = web.app;
      const [partId, other] = [await world.part(), await world.part()];
      const { supplierId } = await supplier(world);
      await sells(world, supplierId, partId);
      const { purchaseOrderId } = await sentOrder(world, at, partId, 2);
      const clerk = await someone('clerk', locale);
      const page = await clerk.get(`/purchasing/${purchaseOrderId}`);
      const scan = `/purchasing/${purchaseOrderId}/scan`;
      const wrong = await clerk.send(page, scan, { code: await partNumberOf(world, other) });
      expect(wrong.status).toBe(409);
      expect(textOf(wrong.html)).toContain(notOn);
      look(`wrong-${locale}`, wrong);
      await world.run(cancelPurchase, { purchaseOrderId, reason: 'too late' });
      const late = await clerk.send(page, scan, { code: await partNumberOf(world, partId) });
      for (const text of words[locale].ended) expect(textOf(late.html)).toContain(text);
    },
  );
});
