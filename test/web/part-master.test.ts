/** The pages of one part without script: editing, retiring, substitutes, suppliers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPartRelation,
  createParty,
  getPart,
  partRelations,
  partSuppliers,
} from '../../src/inventory/index.ts';
import type { Role } from '../../src/people/index.ts';
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

describe('master data', () => {
  it('is edited, and what somebody else changed is not overwritten', async () => {
    const planner = await as('planner');
    const { partId, partNumber, at } = await newPart();
    const form = await planner.get(`${at}/edit`);
    const typed = {
      nameEn: 'Cooling fan',
      lifeCycle: 'phase-out',
      costMinor: '12.5',
      weightGrams: '120',
      lengthMm: '60',
      hsCode: '84145990',
      originCountry: 'CN',
    };
    const done = await planner.sendOn(form, `${at}/edit`, typed);
    const text = textOf(done.html);
    for (const words of [
      `${partNumber} is saved`,
      'Cooling fan',
      'Phase-out',
      '12.50 CNY',
      '60 × — × —',
    ])
      expect(text).toContain(words);
    const late = await planner.send(form, `${at}/edit`, { ...typed, _key: mint('key') });
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('Somebody else has changed this meanwhile');
    const chinese = await as('planner', 'zh-CN');
    await says(chinese, at, ['生命周期 逐步淘汰', '原产国 CN', '成本 12.50 CNY']);
    const again = await chinese.get(`${at}/edit`);
    expect(again.html).toContain('value="12.50"');
    const wrong = await chinese.send(again, `${at}/edit`, { hsCode: '12' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/name="hsCode"[^>]*aria-invalid="true"[^>]*value="12"/);
    expect((await web.app.world.ask(getPart, { partId })).version).toBe(2);
  });

  it('is retired with a reason and brought back, in both languages', async () => {
    const planner = await as('planner');
    const { partNumber, at } = await newPart();
    const page = await planner.get(at);
    const nameless = await planner.send(page, `${at}/retire`, { reason: '' });
    expect(nameless.status).toBe(422);
    const done = await planner.sendOn(page, `${at}/retire`, { reason: '厂家停产' });
    expect(textOf(done.html)).toContain(`${partNumber} is retired`);
    const chinese = await as('planner', 'zh-CN');
    const seen = await says(chinese, at, ['此备件已停用', '原因：厂家停产']);
    await says(chinese, `/parts?search=${partNumber}&use=retired`, [partNumber, '已停用']);
    const back = await chinese.sendOn(seen, `${at}/bring-back`);
    expect(textOf(back.html)).toContain('已恢复使用');
    const history = await says(chinese, `${at}/history`, ['停用备件', '恢复备件', '厂家停产']);
    expect(history.html).not.toContain('parts.retire');
  });

  it('is looked at, not changed, by those without the right', async () => {
    const technician = await as('technician');
    const { at } = await newPart();
    for (const tab of ['', '/substitutes', '/codes', '/files', '/more', '/history']) {
      const page = await technician.get(`${at}${tab}`);
      expect([tab, page.status]).toEqual([tab, 200]);
      expect(page.html).not.toMatch(/<form method="post" action="\/part/);
    }
    expect((await technician.get(`${at}/suppliers`)).status).toBe(403);
    expect((await technician.get(`${at}/edit`)).status).toBe(403);
    expect((await technician.post(`${at}/retire`, { reason: 'x' })).status).toBe(403);
    expect((await technician.get('/parts/fields')).status).toBe(403);
  });
});

describe('substitutes', () => {
  it('are added by number in either direction, drawn as a line, changed and removed', async () => {
    const planner = await as('planner');
    const [a, b, c] = [await newPart(), await newPart(), await newPart()];
    const at = `${b.at}/substitutes`;
    const older = { role: 'predecessor', toPartId: a.partNumber };
    await planner.sendOn(await planner.get(at), at, older);
    const newer = { role: 'successor', toPartId: c.partNumber, numerator: '2' };
    const done = await planner.sendOn(await planner.get(at), at, newer);
    expect(textOf(done.html)).toContain(`${b.partNumber} and ${c.partNumber} are related`);
    expect(textOf(done.html)).toContain(`${a.partNumber} → ${b.partNumber} → ${c.partNumber}`);
    await says(planner, `${a.at}/substitutes`, ['2 for 1', 'Superseded by', c.partNumber]);
    const chinese = await as('planner', 'zh-CN');
    const circle = await chinese.send(
      await chinese.get(`${c.at}/substitutes`),
      `${c.at}/substitutes`,
      {
        role: 'successor',
        toPartId: a.partNumber,
      },
    );
    expect(circle.status).toBe(409);
    expect(textOf(circle.html)).toContain(
      `替代链为：${c.partNumber} → ${a.partNumber} → ${b.partNumber} → ${c.partNumber}`,
    );
    const unknown = await planner.send(await planner.get(at), at, { toPartId: 'NO-SUCH' });
    expect(textOf(unknown.html)).toContain('The other part: There is no such part');
    const { relations } = await web.app.world.ask(partRelations, { partId: a.partId });
    const change = `/part-relations/${relations[0]?.id}`;
    const form = await planner.get(change);
    const days = { validFrom: '2020-01-01', validTo: '2020-12-31' };
    const changed = await planner.sendOn(form, change, days);
    expect(textOf(changed.html)).toContain('2020-01-01 to 2020-12-31');
    expect(textOf(changed.html)).toContain('not today');
    const removed = await planner.sendOn(changed, `${change}/remove`);
    expect(textOf(removed.html)).toContain('The relation is removed');
    expect((await web.app.world.ask(partRelations, { partId: a.partId })).relations).toEqual([]);
  });

  it('are told in the list when an old number is typed', async () => {
    const [old, fresh] = [await newPart(), await newPart()];
    const relation = { partId: old.partId, toPartId: fresh.partId, kind: 'supersedes' as const };
    await web.app.world.run(addPartRelation, relation);
    const english = await as('technician');
    await says(english, `/parts?search=${old.partNumber}`, [
      `superseded by ${fresh.partNumber}`,
      `successor of ${old.partNumber}`,
    ]);
    const chinese = await as('technician', 'zh-CN');
    await says(chinese, `/parts?search=${old.partNumber}`, [`${old.partNumber} 的替代料`]);
    await says(chinese, old.at, ['已被替代为', fresh.partNumber]);
  });
});

describe('suppliers', () => {
  it('are set with prices by quantity, changed with what was said, and removed', async () => {
    const planner = await as('planner');
    const { partId, at } = await newPart();
    const code = mint('V');
    const supplier = { code, kind: 'supplier' as const, nameEn: 'Vendor', nameZh: '供应商甲' };
    await web.app.world.run(createParty, supplier);
    const path = `${at}/suppliers`;
    const priceBreaks = '1 = 10.00\r\n100 = 8.5';
    const typed = { supplierId: code, priceBreaks, packSize: '10', isPreferred: 'true' };
    const done = await planner.sendOn(await planner.get(path), path, typed);
    const text = textOf(done.html);
    for (const words of [`The offer of ${code}`, 'from 100: 8.50 CNY', 'Preferred', 'always'])
      expect(text).toContain(words);
    const chinese = await as('planner', 'zh-CN');
    const form = await says(chinese, `${path}?supplier=${code}`, [
      '供应商甲',
      '100 起：8.50 CNY',
      '首选',
    ]);
    expect(form.html).toMatch(/1 = 10\.00\n100 = 8\.50/);
    const wrong = await chinese.send(form, path, { priceBreaks: 'cheap' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/name="priceBreaks"[^>]*aria-invalid="true"/);
    expect(wrong.html).toContain('cheap');
    const unknown = await chinese.send(form, path, { supplierId: 'NOBODY' });
    expect(textOf(unknown.html)).toContain('供应商: 没有此往来单位');
    const [offer] = await web.app.world.ask(partSuppliers, { partId });
    expect(offer?.priceBreaks).toEqual([
      { fromQuantity: 1, priceMinor: 1000 },
      { fromQuantity: 100, priceMinor: 850 },
    ]);
    const gone = await chinese.sendOn(form, `${path}/remove`);
    expect(textOf(gone.html)).toContain('供应商已删除');
  });
});
