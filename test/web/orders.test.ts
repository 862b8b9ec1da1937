/** The pages of orders without script, in two languages: list, one order, by hand, who holds it, new. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordersPagesEn } from '../../src/i18n/pages-orders.en.ts';
import { ordersPagesZhCn } from '../../src/i18n/pages-orders.zh-cn.ts';
import { ground, look, order } from '../orders/order-world.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

const clerk = [{ role: 'clerk' as const, siteId: null }];
const catalogues = { en: ordersPagesEn, 'zh-CN': ordersPagesZhCn } as const;

async function somethingWaits() {
  const { world } = web.app;
  const here = await ground(world);
  const there = await ground(world);
  const partId = await world.part();
  await world.stocked(partId, here.bin, 2);
  await world.stocked(partId, there.bin, 1);
  const low = await order(world, here.destination, [{ partId, quantity: 2 }], { priority: 4 });
  const high = await order(world, here.destination, [{ partId, quantity: 5 }], {
    ...{ priority: 2, neededBy: '2027-03-01T00:00:00.000Z' },
  });
  const partNumber = (await look(world, low.orderId)).line.partNumber;
  return { here, there, partId, partNumber, low, high };
}

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  const words = catalogues[locale];

  it('lists orders and what waits, and shows one with its promises and sources', async () => {
    const { high, partNumber, low } = await somethingWaits();
    const browser = await web.browser(clerk, locale);
    const list = await browser.get('/orders');
    expect(list.status).toBe(200);
    expect(textOf(list.html)).toContain(high.number);
    expect(textOf(list.html)).toContain(`${words['orders.stage.waiting']} 4`);
    const waiting = await browser.get('/orders/waiting');
    expect(textOf(waiting.html)).toContain(partNumber);
    const { line } = await look(web.app.world, high.orderId);
    const page = await browser.get(`/orders/${high.orderId}?line=${line.lineId}`);
    const text = textOf(page.html);
    expect(page.status).toBe(200);
    expect(text).toContain(words['orders.sources']);
    expect(text).toContain(words['orders.policy.automatic']);
    expect(text).toContain(words['action.order.cancel-rest']);
    for (const broken of ['undefined', '{', 'orders.reason']) expect(text).not.toContain(broken);
    const held = await browser.get(`/orders/${low.orderId}`);
    expect(textOf(held.html)).toContain(`${words['orders.stage.allocated']} 2`);
  });

  it('opens an order by codes, and keeps what was typed when one is unknown', async () => {
    const { here, partNumber } = await somethingWaits();
    const browser = await web.browser(clerk, locale);
    const rows = await web.app.world.database.owner<{ code: string }[]>`
      select code from location where id = ${here.destination}`;
    const typed = {
      destinationId: rows[0]?.code ?? '',
      'lines.0.partId': 'NOT-A-PART',
      'lines.0.quantity': '3',
      neededBy: '2027-01-31',
    };
    const blank = await browser.get('/orders/new');
    const refused = await browser.send(blank, '/orders/new', typed);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('NOT-A-PART');
    const sent = await browser.send(refused, '/orders/new', {
      ...typed,
      'lines.0.partId': partNumber,
    });
    expect(sent.status).toBe(303);
    const page = await browser.follow(sent);
    expect(textOf(page.html)).toContain('2027-01-31');
    expect(textOf(page.html)).toContain(partNumber);
  });

  it('says who holds a part when a clerk wants it by hand, and lets him take it over', async () => {
    const { here, partId, low, high } = await somethingWaits();
    const browser = await web.browser(clerk, locale);
    const { line } = await look(web.app.world, high.orderId);
    const rows = await web.app.world.database.owner<{ code: string }[]>`
      select code from location where id = ${here.bin}`;
    const page = await browser.get(`/orders/${high.orderId}`);
    const address = `/orders/${high.orderId}/lines/${line.lineId}/by-hand`;
    const wish = { locationId: rows[0]?.code ?? '', quantity: '1' };
    const refused = await browser.send(page, address, wish);
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain(low.number);
    const who = await browser.get(`/orders/why-not?partId=${partId}&lineId=${line.lineId}`);
    expect(textOf(who.html)).toContain(low.number);
    const allocationId =
      (await look(web.app.world, low.orderId)).line.allocations[0]?.allocationId ?? '';
    const choice = { allocationId, reason: 'down' };
    const asked = await browser.send(who, '/orders/take-over', choice);
    expect(asked.status).toBe(409);
    const confirmed = { ...choice, _acknowledge: 'orders.take-from-other' };
    const done = await browser.send(asked, '/orders/take-over', confirmed);
    expect(done.status).toBe(303);
    expect((await look(web.app.world, high.orderId)).line.allocated).toBe(3);
    expect((await look(web.app.world, low.orderId)).line.waiting).toBe(2);
  });

  it('releases, allocates again and cancels the rest by buttons', async () => {
    const { high, low } = await somethingWaits();
    const browser = await web.browser(clerk, locale);
    const base = `/orders/${low.orderId}`;
    const allocationId =
      (await look(web.app.world, low.orderId)).line.allocations[0]?.allocationId ?? '';
    const released = await browser.sendOn(
      await browser.get(base),
      `${base}/release/${allocationId}`,
    );
    expect(textOf(released.html)).toContain(words['orders.released']);
    const served = await browser.sendOn(released, `${base}/allocate`);
    expect(textOf(served.html)).toContain(`${words['orders.stage.allocated']} 2`);
    const more = await browser.send(served, `${base}/change-priority`, { priority: '1' });
    expect(more.status).toBe(303);
    const gone = await browser.sendOn(
      await browser.get(`/orders/${high.orderId}`),
      `/orders/${high.orderId}/cancel-rest`,
      { reason: 'not needed' },
    );
    expect(textOf(gone.html)).toContain(words['orders.state.cancelled']);
  });
});
