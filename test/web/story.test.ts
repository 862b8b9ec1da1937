/** The standard mail-in repair through the pages, without script, in both languages. 标准寄修全流程。 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPart } from '../../src/inventory/index.ts';
import { getRmaLine } from '../../src/rma/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { type Depot, makeDepot } from '../support/depot.ts';
import { openWebApp, type Page, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
let depot: Depot;
beforeAll(async () => {
  web = await openWebApp();
  depot = await makeDepot(web.app.world);
});
afterAll(() => web.close());

const words = {
  en: { authorised: 'is authorised', received: 'is received', closed: 'Closed' },
  'zh-CN': { authorised: '已授权', received: '已收货', closed: '已关闭' },
} as const;

/** What every page owes its reader. */
function expectGoodPage(page: Page, locale: string): void {
  expect(page.html).toContain(`<html lang="${locale}">`);
  expect(page.html).not.toContain('undefined');
  expect(page.html).not.toContain('[object');
  expect(page.html).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
  expect(page.html).not.toMatch(/\sstyle="|\son\w+="/);
  const ids = [...page.html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBe(new Set(ids).size);
  for (const [, target] of page.html.matchAll(/<label for="([^"]+)"/g))
    expect(ids).toContain(target);
}

describe.each(['en', 'zh-CN'] as const)('mail-in repair through the pages (%s)', (locale) => {
  it('goes from the call of the customer to the closed return', async () => {
    const { world } = web.app;
    const desk = await web.browser([{ role: 'service-desk', siteId: null }], locale);
    const clerk = await web.browser([{ role: 'clerk', siteId: null }], locale);
    const technician = await web.browser([{ role: 'technician', siteId: null }], locale);
    const good = (page: Page) => {
      expect(page.status).toBe(200);
      expectGoodPage(page, locale);
      return page;
    };
    const serialNumber = await depot.unit();

    good(await desk.get('/'));
    good(await desk.get('/rmas'));
    good(await desk.get('/rmas/new'));
    const asked = good(await desk.get(`/rmas/new?serial=${serialNumber}`));
    expect(textOf(asked.html)).toContain(serialNumber);
    const authorised = good(
      await desk.sendOn(asked, '/rmas/new', {
        siteId: depot.siteId,
        faultDescription: 'does not start 无法开机',
        accessories: 'power cord\r\nbag',
      }),
    );
    expect(textOf(authorised.html)).toContain(words[locale].authorised);
    const lineId = /\/documents\/lines\/([0-9a-f-]{36})\//.exec(authorised.html)?.[1] ?? '';
    const line = () => world.ask(getRmaLine, { lineId });
    expect((await line()).accessories).toEqual(['power cord', 'bag']);
    const { rmaNumber, code } = await line();
    for (const paper of ['rma-form.pdf', 'parcel-label.svg', 'parcel-label.pdf']) {
      const file = await desk.get(`/documents/lines/${lineId}/${paper}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toMatch(/^inline; filename="RMA-/);
    }

    good(await clerk.get('/receiving'));
    const dock = good(await clerk.follow(await clerk.get(`/scan?code=${rmaNumber}&context=dock`)));
    const received = good(await clerk.sendOn(dock, `/receiving/${lineId}`, { serialNumber }));
    expect(textOf(received.html)).toContain(words[locale].received);
    const picture = /<img src="([^"]+)"/.exec(received.html)?.[1] ?? '';
    expect((await clerk.get(picture)).headers.get('content-type')).toBe('image/svg+xml');

    good(await technician.get('/bench'));
    const card = good(await technician.follow(await technician.get(`/scan?code=${code}`)));
    const jobId = (await line()).jobId ?? '';
    const job = `/bench/${jobId}`;
    let bench = good(await technician.sendOn(card, `${job}/start`));
    bench = good(
      await technician.sendOn(bench, `${job}/tests/${depot.stepId}`, { result: 'fail' }),
    );
    bench = good(await technician.sendOn(bench, `${job}/faults`, { faultCode: depot.faultCode }));
    const scanned = { code: await boardNumber() };
    bench = good(await technician.sendOn(bench, '/scan', scanned));
    expect((await line()).usedParts).toMatchObject([{ partId: depot.boardId, quantity: 1 }]);
    bench = good(await technician.sendOn(bench, `${job}/finish-repair`));
    expect(bench.html).toContain('aria-disabled="true"');
    bench = good(
      await technician.sendOn(bench, `${job}/tests/${depot.stepId}`, { result: 'pass' }),
    );
    good(await technician.sendOn(bench, `${job}/pass-final-test`));

    good(await clerk.get('/shipping'));
    let ship = good(await clerk.follow(await clerk.get(`/scan?code=${code}&context=ship`)));
    ship = good(await clerk.sendOn(ship, `/shipping/${lineId}/pack`));
    const tracking = { carrier: '顺丰', trackingNumber: `SF-${code}` };
    ship = good(await clerk.sendOn(ship, `/shipping/${lineId}/ship`, tracking));
    const slip = await clerk.get(`/documents/lines/${lineId}/packing-slip.pdf`);
    expect(slip.headers.get('content-type')).toBe('application/pdf');
    good(await clerk.sendOn(ship, `/shipping/${lineId}/confirm-delivery`));
    const closed = good(await desk.get(`/rmas/${lineId}`));
    expect(textOf(closed.html)).toContain(words[locale].closed);
    expect((await line()).top).toBe('closed');
    await expectCleanLedger(world.database.connection);
  });
});

async function boardNumber(): Promise<string> {
  const { world } = web.app;
  return (await world.ask(getPart, { partId: depot.boardId })).partNumber;
}
