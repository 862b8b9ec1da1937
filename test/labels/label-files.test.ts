/** What a label file is: its size, its text, and that the same view gives the same bytes. */
import { describe, expect, it } from 'vitest';
import {
  type LabelKind,
  type LabelLocale,
  type LabelSizeName,
  labelSizes,
  renderLabels,
} from '../../src/labels/index.ts';
import { rasterisePdf, readPdf } from '../support/pdf.ts';
import { labelViews, partView, rmaView, unitView } from './views.ts';

const kinds = Object.keys(labelViews) as LabelKind[];
const sizes = Object.keys(labelSizes) as LabelSizeName[];

describe.each(sizes)('a label of %s', (size) => {
  const { widthMm, heightMm } = labelSizes[size];

  it('is a PDF page of exactly that size', async () => {
    const pdf = await renderLabels('unit', [unitView()], { size, format: 'pdf', locale: 'en' });
    const [page] = await readPdf(pdf);
    expect(page?.width).toBeCloseTo((widthMm * 72) / 25.4, 2);
    expect(page?.height).toBeCloseTo((heightMm * 72) / 25.4, 2);
  });

  it('is a PNG of eight dots to the millimetre that says so', async () => {
    const bytes = await renderLabels('unit', [unitView()], { size, format: 'png', locale: 'en' });
    const png = Buffer.from(bytes);
    expect(png.readUInt32BE(16)).toBe(Math.floor(widthMm * 8));
    expect(png.readUInt32BE(20)).toBe(Math.floor(heightMm * 8));
    expect(png.toString('latin1', 37, 41)).toBe('pHYs');
    expect(png.readUInt32BE(41)).toBe(8000);
  });

  it('is an SVG of that size that needs no font and no other file', async () => {
    const svg = await renderLabels('unit', [unitView()], { size, format: 'svg', locale: 'en' });
    const text = Buffer.from(svg).toString('utf8');
    expect(text).toContain(`width="${widthMm}mm" height="${heightMm}mm"`);
    expect(text).not.toMatch(/<text|<image|href|font-family/);
  });

  it.each(kinds)('keeps a white edge around a %s label', async (kind) => {
    const options = { size, format: 'pdf', locale: 'en' } as const;
    const pdf = await renderLabels(kind, [labelViews[kind]], options);
    const [page] = await rasterisePdf(pdf, 203.2);
    const edge = 8;
    const dark: string[] = [];
    for (let y = 0; page && y < page.height; y++)
      for (let x = 0; x < page.width; x++) {
        const isInside = x >= edge && y >= edge && x < page.width - edge && y < page.height - edge;
        if (!isInside && (page.data[(y * page.width + x) * 4] ?? 0) < 250) dark.push(`${x},${y}`);
      }
    expect(page?.width).toBeGreaterThan(0);
    expect(dark).toEqual([]);
  });
});

describe('text on a label', () => {
  const textOf = async (locale: LabelLocale, size: LabelSizeName) => {
    const pdf = await renderLabels('unit', [unitView()], { size, format: 'pdf', locale });
    return (await readPdf(pdf))[0]?.text ?? '';
  };

  it.each(sizes)('shows every number and date of the record in full on %s', async (size) => {
    const { number, rmaNumber, serialNumber, partNumber, dueOn, receivedOn } = unitView();
    const text = await textOf('en', size);
    for (const value of [number, rmaNumber, serialNumber, partNumber, dueOn, receivedOn])
      expect(text).toContain(value);
    expect(text).toContain('In warranty');
    expect(text).toContain('华东电力');
  });

  it('comes in Chinese words too', async () => {
    const text = await textOf('zh-CN', '100x50');
    for (const word of ['维修工单', '序列号', '料号', '保修期内', '应完成'])
      expect(text).toContain(word);
  });

  it('shows the whole address on the smallest RMA label', async () => {
    const view = rmaView();
    const pdf = await renderLabels('rma', [view], { size: '60x40', format: 'pdf', locale: 'en' });
    const [page] = await readPdf(pdf);
    for (const line of [view.depotName, ...view.depotAddressLines, view.validUntil])
      expect(page?.text).toContain(line);
  });

  it('ends a name, and only a name, with an ellipsis when it is too long', async () => {
    const name = 'Extraordinarily long description of a part 超长的备件名称 '.repeat(3).trim();
    const view = partView({ name });
    const pdf = await renderLabels('part', [view], { size: '60x40', format: 'pdf', locale: 'en' });
    const [page] = await readPdf(pdf);
    expect(page?.text).toContain('Extraordinarily long');
    expect(page?.text.match(/…/g)).toHaveLength(1);
    expect(page?.text).toContain(view.partNumber);
  });

  it('writes a code without bars in letters, whole', async () => {
    const code = 'ASR1001X-PSU-AC-750W=/REV.B-0009231-SPARE';
    const view = partView({ code, partNumber: 'ASR-PSU' });
    const pdf = await renderLabels('part', [view], { size: '60x40', format: 'pdf', locale: 'en' });
    const [page] = await readPdf(pdf);
    expect(page?.text.replaceAll(' ', '')).toContain(code);
  });

  it('shows □ for a character the font lacks', async () => {
    const view = partView({ name: 'Fan 🌀 tray' });
    const pdf = await renderLabels('part', [view], { size: '60x40', format: 'pdf', locale: 'en' });
    expect((await readPdf(pdf))[0]?.text).toContain('Fan □ tray');
  });
});

it.each(['svg', 'png', 'pdf'] as const)('is the same file twice (%s)', async (format) => {
  for (const kind of kinds) {
    const options = { size: '100x50', format, locale: 'zh-CN' } as const;
    const once = await renderLabels(kind, [labelViews[kind]], options);
    const again = await renderLabels(kind, [labelViews[kind]], options);
    expect(Buffer.compare(once, again)).toBe(0);
  }
});
