/** What hangs on a part, by pages without script: codes, units, files, models, the company's own fields. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPart, partAttachments } from '../../src/inventory/index.ts';
import type { Role } from '../../src/people/index.ts';
import { ownOrigin } from '../support/app.ts';
import { type Browser, openWebApp, type Page, textOf, type WebApp } from '../support/web-app.ts';
import { mint } from '../support/world.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

const as = (role: Role, locale: 'en' | 'zh-CN' = 'en') =>
  web.browser([{ role, siteId: null }], locale);

async function newPart() {
  const partId = await web.app.world.part();
  const { partNumber } = await web.app.world.ask(getPart, { partId });
  return { partId, partNumber, at: `/parts/${partId}` };
}

async function says(browser: Browser, path: string, words: readonly string[]): Promise<Page> {
  const page = await browser.get(path);
  expect(page.status).toBe(200);
  const text = textOf(page.html);
  for (const one of words) expect(text).toContain(one);
  return page;
}

describe('codes and units', () => {
  it('are added and removed, and a taken barcode names its part', async () => {
    const planner = await as('planner');
    const [one, two] = [await newPart(), await newPart()];
    const code = mint('EAN');
    const path = `${one.at}/codes`;
    const page = await planner.sendOn(await planner.get(path), `${path}/barcodes`, { code });
    expect(textOf(page.html)).toContain(`${code} means this part now`);
    const chinese = await as('planner', 'zh-CN');
    const other = `${two.at}/codes`;
    const taken = await chinese.send(await chinese.get(other), `${other}/barcodes`, { code });
    expect(taken.status).toBe(409);
    expect(textOf(taken.html)).toContain(`条码 ${code} 已属于备件 ${one.partNumber}`);
    const unit = { unit: 'box', numerator: '12' };
    const boxed = await chinese.sendOn(await chinese.get(other), `${other}/units`, unit);
    expect(textOf(boxed.html)).toContain('盒 12 件');
    const base = await chinese.send(boxed, `${other}/units`, { unit: 'pcs', numerator: '2' });
    expect(textOf(base.html)).toContain('这是该备件的基本单位');
    const unboxed = await chinese.sendOn(boxed, `${other}/units/remove`);
    expect(textOf(unboxed.html)).toContain('单位 box 已删除');
    const bare = await planner.sendOn(page, `${path}/barcodes/remove`);
    expect(textOf(bare.html)).toContain(`${code} is removed`);
    const late = await planner.send(page, `${path}/barcodes/remove`, { _key: mint('key') });
    expect(late.status).toBe(404);
  });
});

describe('files', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  async function upload(role: Role, path: string, file: { name: string; bytes: Buffer } | null) {
    const { token: _, session } = await web.app.makeActorToken([{ role, siteId: null }]);
    const form = new FormData();
    form.set('_key', mint('key'));
    const blob = new Blob([new Uint8Array(file?.bytes ?? Buffer.alloc(0))]);
    form.set('file', blob, file?.name ?? '');
    const request = new Request('http://x', { method: 'POST', body: form });
    const response = await web.app.call(path, {
      method: 'POST',
      body: new Uint8Array(await request.arrayBuffer()),
      headers: {
        accept: 'text/html',
        origin: ownOrigin,
        cookie: `benchstock=${session}`,
        'content-type': request.headers.get('content-type') ?? '',
      },
    });
    return { status: response.status, html: await response.text() };
  }

  it('are kept, shown on the part, and handed out so that nothing in them runs', async () => {
    const { partId, partNumber, at } = await newPart();
    const path = `${at}/files`;
    const name = '风扇 "a".png';
    expect((await upload('planner', path, { name, bytes: png })).status).toBe(303);
    const notes = Buffer.from('<script>alert(1)</script>');
    expect((await upload('planner', path, { name: 'x.html', bytes: notes })).status).toBe(303);
    const { files } = await web.app.world.ask(partAttachments, { partId });
    const picture = files.find(({ isPicture }) => isPicture);
    const text = files.find(({ isPicture }) => !isPicture);
    const technician = await as('technician');
    const shown = await technician.get(`${path}/${picture?.id}`);
    expect(Buffer.from(shown.bytes).equals(png)).toBe(true);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-disposition')).toContain(
      `inline; filename="part-file"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    const saved = await technician.get(`${path}/${text?.id}`);
    expect(saved.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(saved.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await technician.get(at);
    expect(page.html).toContain(`src="${path}/${picture?.id}"`);
    expect(page.html).toContain(`alt="Picture of ${partNumber}"`);
    const planner = await as('planner', 'zh-CN');
    const list = await says(planner, path, [name, '图片', '文本']);
    const gone = await planner.sendOn(list, `${path}/${picture?.id}/remove`);
    expect(textOf(gone.html)).toContain('文件已移除');
    expect((await technician.get(`${path}/${picture?.id}`)).status).toBe(404);
    const stranger = await web.browser();
    expect((await stranger.get(`${path}/${text?.id}`)).location).toContain('/sign-in');
  });

  it('are refused beside the field when missing, of another kind, or there already', async () => {
    const { at } = await newPart();
    const path = `${at}/files`;
    const none = await upload('planner', path, null);
    expect(none.status).toBe(422);
    expect(textOf(none.html)).toContain('File: Choose a file.');
    const program = { name: 'photo.png', bytes: Buffer.from('4d5a900003000000', 'hex') };
    const odd = await upload('planner', path, program);
    expect(textOf(odd.html)).toContain('File: This kind of file is not taken');
    await upload('planner', path, { name: 'one.png', bytes: png });
    const twice = await upload('planner', path, { name: 'two.png', bytes: png });
    expect(twice.status).toBe(409);
    expect(textOf(twice.html)).toContain('kept for this part as one.png');
    expect((await upload('technician', path, program)).status).toBe(403);
  });
});

describe('models and custom fields', () => {
  it('list parts by model and hold the company’s own fields', async () => {
    const administrator = await as('administrator');
    const { partNumber, at } = await newPart();
    const code = mint('colour').toLowerCase();
    const defined = await administrator.sendOn(
      await administrator.get('/parts/fields'),
      '/parts/fields',
      {
        code,
        labelEn: `Colour ${code}`,
        labelZh: `颜色 ${code}`,
        kind: 'choice',
        choices: 'red | Red | 红\r\nblue | | 蓝',
        isRequired: 'true',
      },
    );
    expect(textOf(defined.html)).toContain(`The field ${code} is added`);
    const planner = await as('planner', 'zh-CN');
    const more = `${at}/more`;
    const page = await says(planner, more, [`颜色 ${code}`, '红', '蓝']);
    const empty = await planner.send(page, `${more}/fields`);
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/<select[^>]*aria-invalid="true"/);
    const at0 = /name="(values\.\d+\.value)"/.exec(page.html)?.[1] ?? '';
    const saved = await planner.sendOn(page, `${more}/fields`, { [at0]: 'blue' });
    expect(saved.html).toMatch(/<option value="blue" selected/);
    const model = mint('TV 55');
    const fits = await planner.sendOn(saved, `${more}/models`, { model, note: '左侧' });
    expect(textOf(fits.html)).toContain(`此备件适用于 ${model}`);
    await says(planner, `/parts/models?search=${encodeURIComponent(model)}`, [model]);
    await says(planner, `/parts/models?model=${encodeURIComponent(model)}`, [partNumber, '左侧']);
    const technician = await as('technician');
    await says(technician, more, [`Colour ${code} 蓝`, model]);
    const change = `/parts/fields/${code}`;
    const form = await administrator.get(change);
    const inUse = await administrator.send(form, change, { choices: 'red | Red | 红' });
    expect(inUse.status).toBe(409);
    expect(textOf(inUse.html)).toContain('1 parts have a value');
    const retired = await administrator.sendOn(form, change, { isRetired: 'true' });
    expect(textOf(retired.html)).toContain('Out of use');
    const without = await technician.get(more);
    expect(textOf(without.html)).not.toContain(`Colour ${code}`);
  });
});
