/**
 * What a reader other than ours finds in the two documents: the record's words in both languages,
 * scannable numbers, whole tables over many pages, and small, repeatable files.
 */
import { describe, expect, it } from 'vitest';
import {
  type LabelLocale,
  type PaperName,
  papers,
  renderLabels,
  renderPackingSlip,
  renderRmaForm,
} from '../../src/labels/index.ts';
import { decodePdf } from '../support/decode.ts';
import { readPdf } from '../support/pdf.ts';
import { formView, slipView, unitView } from './views.ts';

const locales: readonly LabelLocale[] = ['en', 'zh-CN'];
const paperNames = Object.keys(papers) as PaperName[];
const combinations = locales.flatMap((locale) => paperNames.map((paper) => ({ locale, paper })));

async function textOf(pdf: Uint8Array): Promise<string> {
  return (await readPdf(pdf)).map(({ text }) => text).join(' ');
}

/** Chinese may be broken anywhere, so look for it without white space. */
const tight = (text: string) => text.replaceAll(' ', '');

describe.each(combinations)('in $locale on $paper', (options) => {
  it('the RMA form holds everything the customer needs', async () => {
    const view = formView();
    const pdf = await renderRmaForm(view, options);
    const text = tight(await textOf(pdf));
    const [unit] = view.units;
    const expected = [
      view.rmaNumber,
      view.depot.name,
      ...view.depot.addressLines,
      view.customer.name,
      view.customer.contactName ?? '',
      view.customer.phone ?? '',
      ...view.customer.addressLines,
      unit?.productName ?? '',
      unit?.partNumber ?? '',
      unit?.serialNumber ?? '',
      unit?.reportedFault ?? '',
      'Mounting bracket 安装支架 × 2',
      ...(unit?.coverageReasons ?? []),
      ...(options.locale === 'en'
        ? [
            '31 Mar 2026',
            '14 Apr 2026',
            'In warranty',
            'Do not send',
            'inside the box',
            'outside of the box',
          ]
        : ['2026年3月31日', '2026年4月14日', '保修期内', '请勿寄送', '放入箱内', '贴在箱外']),
    ];
    for (const part of expected) expect(text).toContain(tight(part));
  });

  it('the packing slip holds what was sent and done', async () => {
    const view = slipView();
    const pdf = await renderPackingSlip(view, options);
    const text = tight(await textOf(pdf));
    const expected = [
      view.rmaNumber,
      view.shipTo.name,
      view.shipFrom.name,
      'FOC2213X0AB',
      'FOC2301Y7CD',
      'Mounting bracket 安装支架 × 2',
      ...(view.repairs[0]?.faultsFound ?? []),
      ...(view.repairs[0]?.partsReplaced ?? []),
      view.carrier ?? '',
      view.trackingNumber ?? '',
      ...(options.locale === 'en'
        ? ['1 Jun 2026', 'Ship to', 'Ship from', 'Page 1 of 1']
        : ['2026年6月1日', '收件方', '发件方', '第 1 页，共 1 页']),
    ];
    for (const part of expected) expect(text).toContain(tight(part));
  });

  it('both have the paper size, scan, and stay below 200 KB', async () => {
    const form = await renderRmaForm(formView(), options);
    const slip = await renderPackingSlip(slipView(), options);
    const { link } = formView();
    expect(await decodePdf(form)).toEqual([{ code128: ['RMA-000057'], qr: [link] }]);
    const [slipCodes] = await decodePdf(slip);
    expect(slipCodes?.qr).toEqual([link]);
    expect([...(slipCodes?.code128 ?? [])].sort()).toEqual(['RMA-000057', 'SF1234567890123']);
    for (const pdf of [form, slip]) {
      expect(pdf.length).toBeLessThan(200_000);
      const [page] = await readPdf(pdf);
      expect(page?.width).toBeCloseTo(papers[options.paper].width, 1);
      expect(page?.height).toBeCloseTo(papers[options.paper].height, 1);
    }
  });
});

describe('embedded fonts', () => {
  it('are subsets with a text layer', async () => {
    const file = Buffer.from(await renderRmaForm(formView(), { locale: 'zh-CN', paper: 'a4' }));
    const text = file.toString('latin1');
    const names = text.match(/\/BaseFont \/\S+/g) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/\/[A-Z]{6}\+NotoSansSC/);
    expect(text).toMatch(/\/FontFile2/);
    expect(text).toMatch(/\/ToUnicode/);
  });
});

describe('the same view', () => {
  it('gives the same bytes, whatever was printed in between', async () => {
    const options = { locale: 'zh-CN', paper: 'a4' } as const;
    const form = await renderRmaForm(formView(), options);
    const slip = await renderPackingSlip(slipView(), options);
    // No-break space, ohm sign and a Kangxi radical share their shapes with common characters.
    const lookalikes = unitView({ productName: 'a\u00a0b \u2126 \u2f00\u2ea0' });
    await renderLabels('unit', [lookalikes], { size: '60x40', format: 'pdf', locale: 'en' });
    expect(Buffer.compare(form, await renderRmaForm(formView(), options))).toBe(0);
    expect(Buffer.compare(slip, await renderPackingSlip(slipView(), options))).toBe(0);
  });

  it('carries the date it was issued and no other', async () => {
    const pdf = Buffer.from(await renderRmaForm(formView(), { locale: 'en', paper: 'a4' }));
    const dates = pdf.toString('latin1').match(/D:\d{14}Z/g);
    expect(new Set(dates)).toEqual(new Set(['D:20260301020304Z']));
  });

  it('reads as the common character where several share a shape', async () => {
    const units = formView().units.map((unit) => ({
      ...unit,
      reportedFault: 'a\u00a0b 一 \u2f00 … 10 Ω',
    }));
    const pdf = await renderRmaForm(formView({ units }), { locale: 'en', paper: 'a4' });
    expect(await textOf(pdf)).toContain('a b 一 一 … 10 Ω');
  });
});

describe('many lines', () => {
  const lines = Array.from({ length: 200 }, (_, index) => ({
    productName: 'Access point 4800 室外型无线接入点',
    partNumber: 'AP-4800E-K9',
    serialIn: `IN-${String(index).padStart(4, '0')}`,
    serialOut: `OUT-${String(index).padStart(4, '0')}`,
    quantity: 1,
  }));

  it('run over pages, each with the table head and its number, none lost or doubled', async () => {
    const pdf = await renderPackingSlip(slipView({ lines }), { locale: 'en', paper: 'a4' });
    const pages = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(4);
    expect(pdf.length).toBeLessThan(200_000);
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
      if (/OUT-\d{4}/.test(text)) expect(text).toContain('Serial in Serial out Qty');
    }
    const printed = pages.flatMap(({ text }) => text.match(/OUT-\d{4}/g) ?? []);
    expect(printed).toEqual(lines.map(({ serialOut }) => serialOut));
    expect(pages.map(({ text }) => text).join(' ')).toContain('Total 200');
  });
});

describe('odd but lawful text', () => {
  it('shows □ for what the font lacks and prints the rest', async () => {
    const units = formView().units.map((unit) => ({ ...unit, reportedFault: 'fan 🌀 ܐ 👩‍🔧 end' }));
    const pdf = await renderRmaForm(formView({ units }), { locale: 'en', paper: 'a4' });
    expect(await textOf(pdf)).toContain('fan □ □ □ end');
  });

  it('prints a Chinese tracking number in letters only', async () => {
    const view = slipView({ trackingNumber: '自提单 0001' });
    const pdf = await renderPackingSlip(view, { locale: 'zh-CN', paper: 'a4' });
    expect(await textOf(pdf)).toContain('自提单 0001');
    expect((await decodePdf(pdf))[0]?.code128).toEqual(['RMA-000057']);
  });

  it('lets a fault of two thousand characters cross the page end whole', async () => {
    const reportedFault = Array.from({ length: 330 }, (_, index) => `w${1000 + index}`).join(' ');
    const [unit] = formView().units;
    const units = unit ? [1, 2, 3].map(() => ({ ...unit, reportedFault })) : [];
    const pages = await readPdf(
      await renderRmaForm(formView({ units }), { locale: 'en', paper: 'letter' }),
    );
    expect(pages.length).toBeGreaterThan(1);
    const words = pages.flatMap(({ text }) => text.match(/w1\d{3}/g) ?? []);
    expect(words).toEqual([1, 2, 3].flatMap(() => reportedFault.split(' ')));
  });
});
