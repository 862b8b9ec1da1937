/** The parts import as a planner meets it: dry run, bad rows, correction, apply, export and back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportParts } from '../../src/imports/index.ts';
import { getPart, listMovements, listParts, listSites } from '../../src/inventory/index.ts';
import { setLevel } from '../../src/planning/index.ts';
import { ownOrigin } from '../support/app.ts';
import { encodeGbk } from '../support/gbk.ts';
import { formsOf, openWebApp, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
let siteId: string;
beforeAll(async () => {
  web = await openWebApp();
  siteId = (await web.app.world.site()).siteId;
});
afterAll(() => web.close());

interface Answer {
  readonly status: number;
  readonly html: string;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

type Fields = Record<string, string>;

/** A planner whose browser sends files as browsers do. */
async function planner(locale: 'en' | 'zh-CN' = 'en') {
  const { session } = await web.app.makeActorToken([{ role: 'planner', siteId: null }]);
  const call = async (path: string, form?: FormData): Promise<Answer> => {
    const headers: Record<string, string> = {
      accept: 'text/html',
      cookie: `benchstock=${session}`,
      origin: ownOrigin,
    };
    const sent = form === undefined ? undefined : new Response(form);
    const type = sent?.headers.get('content-type');
    if (typeof type === 'string') headers['content-type'] = type;
    const body = sent === undefined ? undefined : new Uint8Array(await sent.arrayBuffer());
    const init = body === undefined ? { headers } : { headers, body };
    const response = await web.app.call(path, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const html = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { status: response.status, headers: response.headers, bytes, html };
  };
  const send = (page: Answer, action: string, typed: Fields = {}, file?: Uint8Array | string) => {
    const fields = formsOf(page.html).find((one) => one.action === action)?.fields;
    if (fields === undefined) throw new Error(`no form to ${action}`);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...Object.fromEntries(fields), ...typed })) {
      if (name !== 'file') form.set(name, value);
    }
    if (file !== undefined) {
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      form.set('file', new File([new Uint8Array(bytes)], 'parts.csv', { type: 'text/csv' }));
    }
    return call(action, form);
  };
  if (locale === 'zh-CN') await send(await call('/account'), '/account/language', { locale });
  const check = async (file: Uint8Array | string, site = siteId) =>
    send(await call('/parts/import'), '/parts/import/check', { siteId: site }, file);
  return { get: (path: string) => call(path), send, check };
}

async function partsNamed(search: string) {
  return (await web.app.world.ask(listParts, { search })).parts;
}

describe('a parts list with faults', () => {
  it('tells row, field, value and rule in Chinese, and writes nothing', async () => {
    const one = await planner('zh-CN');
    const [good, bad] = [mint('IMP'), mint('IMP')];
    const file = `料号,中文名称,最小库存,最大库存,成本\n${good},主板,2,6,12.50\n${bad},风扇,many,6,12.5.0\n`;
    const report = await one.check(encodeGbk(file));
    expect(report.status).toBe(200);
    const text = textOf(report.html);
    expect(text).toContain('GBK');
    for (const words of ['3 最小库存 many 必须是整数', '3 成本 12.5.0 必须是金额']) {
      expect(text).toContain(words);
    }
    expect(report.html).not.toContain('action="/parts/import/apply"');
    expect(await partsNamed(good)).toEqual([]);
  });

  it('gives its bad rows back with reasons, and takes the corrected file', async () => {
    const one = await planner('zh-CN');
    const [good, bad] = [mint('IMP'), mint('IMP')];
    const file = `料号,中文名称,最小库存,最大库存\n${good},主板,2,6\n${bad},"风扇,大",many,6\n`;
    const report = await one.check(file);
    const rows = await one.send(report, '/parts/import/bad-rows');
    expect(rows.headers.get('content-type')).toContain('text/csv');
    expect(rows.headers.get('content-disposition')).toContain('attachment');
    const lines = rows.html.replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toMatch(/,料号,中文名称,最小库存,最大库存$/);
    expect(lines[1]).toBe(`最小库存：必须是整数,${bad},"风扇,大",many,6`);
    expect(lines[2]).toBe('');
    const corrected = rows.html.replace('many', '3');
    const clean = await one.check(corrected);
    expect(textOf(clean.html)).toContain('所有行都没有问题');
    const done = await one.send(clean, '/parts/import/apply');
    expect(done.status).toBe(303);
    expect(textOf((await one.get('/parts')).html)).toContain('新增备件');
    expect(await partsNamed(bad)).toMatchObject([{ nameZh: '风扇,大' }]);
    expect(await partsNamed(good)).toEqual([]);
  });

  it('names what contradicts the parts that exist, also in the file of bad rows', async () => {
    const one = await planner();
    const { world } = web.app;
    const { partNumber } = await world.ask(getPart, { partId: await world.part('serial') });
    const file = `Part number,Name,Tracking,Opening bin,Opening quantity\n${partNumber},x,none,,\n${mint('IMP')},y,none,NO-BIN,3\n${mint('IMP')},z,,,\n`;
    const report = await one.check(file);
    const text = textOf(report.html);
    expect(text).toContain('the part exists and is tracked in another way');
    expect(text).toContain('NO-BIN there is no such location at your sites');
    const rows = await one.send(report, '/parts/import/bad-rows');
    const lines = rows.html.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`the part exists and is tracked in another way,${partNumber},x`);
    expect(lines[2]).toContain('Opening location: there is no such location at your sites');
  });

  it('cannot be applied past the report, and shows the report again', async () => {
    const one = await planner();
    const number = mint('IMP');
    const good = await one.check(`Part number,Name\n${number},<b>x</b>\n`);
    const bad = Buffer.from(`Part number,Name,Minimum\n${number},x,<i>no</i>\n`).toString('base64');
    const refused = await one.send(good, '/parts/import/apply', { contentBase64: bad });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('<i>no</i> must be a whole number');
    expect(refused.html).not.toContain('<i>no');
    expect(await partsNamed(number)).toEqual([]);
  });
});

describe('a parts list without faults', () => {
  it('is applied once, and the same file again changes nothing', async () => {
    const one = await planner();
    const { world } = web.app;
    const sites = await world.ask(listSites, {});
    const binId = await world.bin(siteId);
    const all = (await world.ask(listSites, {})).flatMap(({ locations }) => locations);
    const bin = all.find(({ id }) => id === binId)?.code ?? '';
    expect(sites.length).toBeGreaterThan(0);
    const number = mint('IMP');
    const file = `Part number,Name,Minimum,Maximum,Cost,Opening bin,Opening quantity,2026-01\n${number},Fan,2,6,12.50,${bin},4,9\n`;
    const apply = async () => {
      const report = await one.check(file);
      return { report, done: await one.send(report, '/parts/import/apply') };
    };
    const first = await apply();
    expect(textOf(first.report.html)).toMatch(/New parts 1 Changed parts 0/);
    expect(first.done.status).toBe(303);
    const [part] = await partsNamed(number);
    expect(part).toMatchObject({ costMinor: 1250 });
    const before = await world.ask(exportParts, { siteId });
    const second = await apply();
    expect(textOf(second.report.html)).toMatch(/New parts 0 Changed parts 0 Unchanged parts 1/);
    expect(second.done.status).toBe(303);
    expect(await world.ask(exportParts, { siteId })).toEqual(before);
    const { rows } = await world.ask(listMovements, { partId: part?.id ?? '' });
    expect(rows.map(({ kind, quantity }) => [kind, quantity])).toEqual([['opening', 4]]);
  });

  it('keeps two files apart that are sent from one page', async () => {
    const one = await planner();
    const [a, b] = [mint('IMP'), mint('IMP')];
    const page = await one.check(`Part number,Name\n${a},x\n`);
    expect((await one.send(page, '/parts/import/apply')).status).toBe(303);
    const other = Buffer.from(`Part number,Name\n${b},y\n`).toString('base64');
    await one.send(page, '/parts/import/apply', { contentBase64: other });
    expect(await partsNamed(b)).toHaveLength(1);
  });

  it('that is too large for the page is asked for again, under its report', async () => {
    const one = await planner();
    const numbers = Array.from({ length: 1200 }, () => mint('BIG'));
    const filler = 'x'.repeat(199);
    const lines = numbers.map(
      (number) => `${number},${filler},"${'字'.repeat(199)}",${'y'.repeat(90)}`,
    );
    const file = `Part number,Name (en),Name (zh),Category\n${lines.join('\n')}\n`;
    expect(Buffer.byteLength(file)).toBeGreaterThan(1024 * 1024);
    const report = await one.check(file);
    expect(textOf(report.html)).toContain('New parts 1200');
    expect(report.html).not.toContain('name="contentBase64"');
    expect(textOf(report.html)).toContain('Choose the same file again');
    const missing = await one.send(report, '/parts/import/apply');
    expect(missing.status).toBe(422);
    expect(textOf(missing.html)).toContain('choose a file');
    const done = await one.send(report, '/parts/import/apply', {}, file);
    expect(done.status).toBe(303);
    expect(await partsNamed(numbers[1199] ?? '')).toHaveLength(1);
  });

  it('comes back from the export unchanged, hostile names and levels included', async () => {
    const one = await planner('zh-CN');
    const { world } = web.app;
    const partId = await world.part('lot');
    await world.run(setLevel, { siteId, partId, minQuantity: 0, maxQuantity: 7 });
    const hostile = `Part number,Name\n${mint('IMP')},"=HYPERLINK(""x"")+2"\n`;
    await one.send(await one.check(hostile), '/parts/import/apply');
    const file = await one.get(`/parts/export?siteId=${siteId}`);
    expect(file.status).toBe(200);
    expect(file.html).toContain("'=HYPERLINK");
    const before = await world.ask(exportParts, { siteId });
    expect(before.parts).toBeGreaterThan(1);
    const report = await one.check(file.bytes);
    expect(textOf(report.html)).toContain(
      `新增备件 0 更新备件 0 无变化备件 ${before.parts} 错误 0`,
    );
    expect(report.html).not.toContain('/parts/import/bad-rows');
    const isCarried = report.html.includes('name="contentBase64"');
    await one.send(report, '/parts/import/apply', {}, isCarried ? undefined : file.bytes);
    expect(await world.ask(exportParts, { siteId })).toEqual(before);
  });
});

describe('a file that is no parts list', () => {
  it.each([
    ['', 'choose a file'],
    ['\n\n', 'The file is empty'],
    ['PK\u0003\u0004rest', 'This is an Excel file'],
    ['Part number,Name\n', 'no row below it'],
    ['Colour,Size\nred,4\n', 'there is no column with this heading'],
    ['Part number,Name\n"A,B\n', 'never closed'],
  ])('%j is refused in words', async (file, words) => {
    const one = await planner();
    const page = await one.check(file);
    expect(textOf(page.html)).toContain(words);
    expect(page.html).toContain('action="/parts/import/check"');
    expect(page.html).not.toContain('action="/parts/import/apply"');
  });

  it('is not taken for a site of others, nor from others', async () => {
    const other = await web.app.world.site();
    const { session } = await web.app.makeActorToken([{ role: 'planner', siteId }]);
    const browser = await web.browser([{ role: 'planner', siteId }]);
    expect(session).not.toBe('');
    const page = await browser.get('/parts/import');
    expect(page.html).not.toContain(other.siteId);
    const contentBase64 = Buffer.from('Part number,Name\nX,x\n').toString('base64');
    const typed = { siteId: other.siteId, contentBase64 };
    const refused = await browser.send(page, '/parts/import/check', typed);
    expect(textOf(refused.html)).toContain('There is no such site');
    expect((await browser.get(`/parts/export?siteId=${other.siteId}`)).status).toBe(404);
    const clerk = await web.browser([{ role: 'clerk', siteId: null }]);
    for (const path of ['/parts/import', `/parts/export?siteId=${siteId}`]) {
      expect((await clerk.get(path)).status).toBe(403);
    }
    expect((await clerk.get('/parts')).html).not.toContain('/parts/import');
  });
});
