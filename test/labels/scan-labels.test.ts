/**
 * What a scanner reads on every label: both symbols, in each size and format, are exactly the
 * record's code and link.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LabelKind,
  type LabelSizeName,
  type LabelViews,
  labelSizes,
  renderLabels,
} from '../../src/labels/index.ts';
import { decodePdf, decodePng, decodeSvg, type ReadCodes } from '../support/decode.ts';
import { labelViews, locationView, partView, unitView } from './views.ts';

const kinds = Object.keys(labelViews) as LabelKind[];
const sizes = Object.keys(labelSizes) as LabelSizeName[];

async function scan<K extends LabelKind>(
  kind: K,
  view: LabelViews[K],
  options: { size: LabelSizeName; format: 'svg' | 'png' | 'pdf' },
): Promise<ReadCodes | undefined> {
  const bytes = await renderLabels(kind, [view], { ...options, locale: 'en' });
  if (options.format === 'svg') return decodeSvg(bytes);
  if (options.format === 'png') return decodePng(bytes);
  return (await decodePdf(bytes))[0];
}

describe.each(kinds)('%s label', (kind) => {
  describe.each(sizes)('on %s', (size) => {
    it.each(['svg', 'png', 'pdf'] as const)('scans as its record (%s)', async (format) => {
      const view = labelViews[kind];
      const codes = await scan(kind, view, { size, format });
      expect(codes).toEqual({ code128: [view.code], qr: [view.link] });
    });
  });
});

/** Codes as depots write them, and any other printable ASCII. */
const anyCode = (lengthMax: number) =>
  fc
    .oneof(
      fc.string({
        unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
        minLength: 1,
        maxLength: lengthMax,
      }),
      fc.stringMatching(/^[A-Z]{2,4}-[0-9]{2,6}$/),
      fc.stringMatching(/^[0-9]{2,10}$/),
    )
    .map((code) => code.trim())
    .filter((code) => code.length > 0 && code.length <= lengthMax);

const anyLink = fc
  .webUrl({ withQueryParameters: true })
  .filter((link) => link.length <= 120 && /^[!-~]+$/.test(link));

describe('any code and link', () => {
  it('come back from a part label of 60 x 40 mm', async () => {
    await fc.assert(
      fc.asyncProperty(anyCode(14), anyLink, async (code, link) => {
        const codes = await scan('part', partView({ code, link }), {
          size: '60x40',
          format: 'png',
        });
        expect(codes).toEqual({ code128: [code], qr: [link] });
      }),
      { numRuns: 60 },
    );
  });

  it('come back from a job label of 100 x 50 mm as PDF', async () => {
    await fc.assert(
      fc.asyncProperty(anyCode(28), anyLink, async (code, link) => {
        const codes = await scan('unit', unitView({ code, link }), {
          size: '100x50',
          format: 'pdf',
        });
        expect(codes).toEqual({ code128: [code], qr: [link] });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a code too long for bars', () => {
  const code = 'ASR1001X-PSU-AC-750W=/REV.B-0009231-SPARE-KIT-0001';

  it.each(sizes)('leaves a part label with the QR and the code in letters on %s', async (size) => {
    const view = partView({ code, partNumber: 'ASR-PSU' });
    for (const format of ['svg', 'png', 'pdf'] as const)
      expect(await scan('part', view, { size, format })).toEqual({ code128: [], qr: [view.link] });
  });

  it('does the same for a location', async () => {
    const view = locationView({ code });
    const codes = await scan('location', view, { size: '60x40', format: 'png' });
    expect(codes).toEqual({ code128: [], qr: [view.link] });
  });
});

it('prints a list of labels as one page each, in order', async () => {
  const views = ['JOB-000001', 'JOB-000002', 'JOB-000003'].map((number) =>
    unitView({ number, code: number, link: `https://bench.example.com/s/j/${number}` }),
  );
  const pdf = await renderLabels('unit', views, { size: '100x50', format: 'pdf', locale: 'zh-CN' });
  const pages = await decodePdf(pdf);
  expect(pages).toEqual(views.map(({ code, link }) => ({ code128: [code], qr: [link] })));
});
