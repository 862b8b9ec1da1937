/** Nothing on a label or page touches anything else or leaves the sheet, whatever the texts are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactLayout } from '../../src/labels/compact-layout.ts';
import { layOutPackingSlip } from '../../src/labels/documents/packing-slip.ts';
import { layOutRmaForm } from '../../src/labels/documents/rma-form.ts';
import { type LabelSizeName, labelSizes } from '../../src/labels/index.ts';
import { textWidth } from '../../src/labels/measure.ts';
import { describeRmaLabel } from '../../src/labels/rma-label.ts';
import type { Mark, Scene } from '../../src/labels/scene.ts';
import { tallLayout } from '../../src/labels/tall-layout.ts';
import { describeUnitLabel } from '../../src/labels/unit-label.ts';
import { wordsOf } from '../../src/labels/words.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { formView, rmaView, slipView, unitView } from './views.ts';

interface Area {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a mark covers; barcodes with the white they need, letters from their tallest stroke to their deepest. */
function areaOf(mark: Mark): Area {
  if (mark.kind === 'text') {
    const { text, x, baseline, size } = mark;
    const right = x + textWidth(text, mark.weight, size);
    return {
      what: text,
      left: x,
      top: baseline - 0.78 * size,
      right,
      bottom: baseline + 0.16 * size,
    };
  }
  if (mark.kind === 'box') {
    const { x, y, width, height } = mark;
    return { what: 'box', left: x, top: y, right: x + width, bottom: y + height };
  }
  const isQr = mark.rowHeight === mark.module;
  const wide = Math.max(...mark.rects.map(([x, , width]) => x + width)) * mark.module;
  const tall = Math.max(...mark.rects.map(([, y, , height]) => y + height)) * mark.rowHeight;
  const quiet = (isQr ? 4 : 10) * mark.module;
  const rim = isQr ? quiet : 0;
  return {
    what: isQr ? 'qr' : 'bars',
    left: mark.x - quiet,
    top: mark.y - rim,
    right: mark.x + wide + quiet,
    bottom: mark.y + tall + rim,
  };
}

/** Pairs that touch, boxes aside: those are grounds and rules drawn under text on purpose. */
function collisions(marks: readonly Mark[]): string[] {
  const areas = marks.filter((mark) => mark.kind !== 'box').map(areaOf);
  return areas.flatMap((one, index) =>
    areas
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          one.top < other.bottom - 0.5 &&
          other.top < one.bottom - 0.5,
      )
      .map((other) => `${one.what} | ${other.what}`),
  );
}

function strays(scene: Scene): string[] {
  return scene.marks
    .map(areaOf)
    .filter(
      ({ left, top, right, bottom }) =>
        left < 0 || top < 0 || right > scene.width + 0.5 || bottom > scene.height + 0.5,
    )
    .map(({ what }) => what);
}

const sizes = Object.keys(labelSizes) as LabelSizeName[];
const words = fc.constantFrom(
  'module',
  'AC',
  '电源模块',
  '备件',
  '750W',
  'hot-swap',
  '（返修）',
  '深圳',
);
const phrase = (most: number) =>
  fc.array(words, { minLength: 1, maxLength: most }).map((found) => found.join(' '));
const number = fc.stringMatching(/^[A-Z]{3}[-0-9A-Z]{3,24}[0-9]$/);

const unitViews = fc
  .record({
    productName: phrase(12),
    customerShortName: phrase(4),
    serialNumber: number,
    partNumber: number,
    code: fc.constantFrom('JOB-000123', 'JOB-7'),
  })
  .map((change) => unitView(change));
const rmaViews = fc
  .record({
    depotName: phrase(5),
    depotAddressLines: fc.array(phrase(5), { minLength: 1, maxLength: 6 }),
    customerName: phrase(8),
    serialNumber: number,
  })
  .map((change) => rmaView(change));

describe.each(sizes)('a label of %s', (size) => {
  it.each(['en', 'zh-CN'] as const)('keeps its parts apart and on the sheet (%s)', (locale) => {
    const say = wordsOf(locale);
    const sheets = fc.oneof(
      unitViews.map((view) => describeUnitLabel(view, say)),
      rmaViews.map((view) => describeRmaLabel(view, say)),
    );
    const stock = labelSizes[size];
    let laidOut = 0;
    fc.assert(
      fc.property(sheets, (sheet) => {
        try {
          const scene = (stock.form === 'tall' ? tallLayout : compactLayout)(sheet, stock, say);
          expect(collisions(scene.marks)).toEqual([]);
          expect(strays(scene)).toEqual([]);
          laidOut += 1;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe('labels.text-too-long');
        }
      }),
      { numRuns: 80 },
    );
    expect(laidOut).toBeGreaterThan(20);
  });
});

describe('a document', () => {
  const say = wordsOf('zh-CN');
  /** The rule over the foot, its two texts: the last three marks of every page. */
  const footMarks = 3;

  it('keeps its parts apart, on the sheet and above the foot, on every page', () => {
    const counts = fc.record({
      lines: fc.integer({ min: 1, max: 60 }),
      repairs: fc.integer({ min: 0, max: 20 }),
      accessories: fc.integer({ min: 0, max: 40 }),
      units: fc.integer({ min: 1, max: 8 }),
      paper: fc.constantFrom('a4' as const, 'letter' as const),
      name: phrase(14),
    });
    fc.assert(
      fc.property(counts, ({ lines, repairs, accessories, units, paper, name }) => {
        const slip = slipView();
        const form = formView();
        const repeat = <T>(list: readonly T[], count: number): T[] =>
          Array.from({ length: count }, () => list).flat();
        const slipPages = layOutPackingSlip(
          {
            ...slip,
            lines: repeat(slip.lines, lines).map((row) => ({ ...row, productName: name })),
            repairs: repeat(slip.repairs, repairs),
            accessories: repeat(slip.accessories, accessories),
          },
          paper,
          say,
        );
        const formUnits = repeat(form.units, units).map((unit) => ({ ...unit, productName: name }));
        const formPages = layOutRmaForm({ ...form, units: formUnits }, paper, say);
        for (const scene of [...slipPages, ...formPages]) {
          expect(collisions(scene.marks)).toEqual([]);
          expect(strays(scene)).toEqual([]);
          const foot = scene.marks.at(-footMarks);
          const body = scene.marks.slice(0, -footMarks).map(areaOf);
          const footTop = foot?.kind === 'box' ? foot.y : 0;
          expect(body.filter(({ bottom }) => bottom > footTop)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
