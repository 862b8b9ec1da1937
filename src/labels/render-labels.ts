/**
 * From views to bytes: checks the views, describes the labels, lays them out and hands the scenes to
 * the renderer of the wanted format. Knows which kind goes where, and no dot of any of them.
 */
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { invariant } from '../platform/errors.ts';
import { describeBoxLabel } from './box-label.ts';
import { compactLayout } from './compact-layout.ts';
import {
  boxLabelView,
  type LabelKind,
  type LabelOptions,
  type LabelViews,
  labelsMax,
  locationLabelView,
  partLabelView,
  rmaLabelView,
  unitLabelView,
} from './contract.ts';
import { labelErrors } from './errors.ts';
import type { LabelSheet } from './label-sheet.ts';
import { describeLocationLabel } from './location-label.ts';
import { parseView } from './parse-view.ts';
import { describePartLabel } from './part-label.ts';
import { renderPdf } from './render-pdf.ts';
import { renderPng } from './render-png.ts';
import { renderSvg } from './render-svg.ts';
import { describeRmaLabel } from './rma-label.ts';
import type { Scene } from './scene.ts';
import { type LabelSize, labelSizes, pointsPerDot } from './sizes.ts';
import { tallLayout } from './tall-layout.ts';
import { describeUnitLabel } from './unit-label.ts';
import { type Say, wordsOf } from './words.ts';

interface KindOfLabel<View> {
  readonly schema: z.ZodType<View>;
  readonly describe: (view: View, say: Say) => LabelSheet;
}

const kinds: { readonly [K in LabelKind]: KindOfLabel<LabelViews[K]> } = {
  part: { schema: partLabelView, describe: describePartLabel },
  unit: { schema: unitLabelView, describe: describeUnitLabel },
  rma: { schema: rmaLabelView, describe: describeRmaLabel },
  location: { schema: locationLabelView, describe: describeLocationLabel },
  box: { schema: boxLabelView, describe: describeBoxLabel },
};

/** Lays the labels out one by one and lets other work run in between: a QR alone takes milliseconds. */
async function* scenesOf(sheets: readonly LabelSheet[], size: LabelSize, say: Say) {
  const layout = size.form === 'tall' ? tallLayout : compactLayout;
  for (const sheet of sheets) {
    yield layout(sheet, size, say);
    await setImmediate();
  }
}

async function onlyScene(scenes: AsyncIterable<Scene>): Promise<Scene> {
  for await (const scene of scenes) return scene;
  invariant(false, 'a label was asked for and none was laid out');
}

/**
 * Renders labels of one kind: SVG (UTF-8) and PNG (203.2 dpi) hold exactly one, a PDF one page each,
 * as large as the stock. The same input gives the same bytes.
 * Where Code 128 cannot fit, part and location labels carry a larger QR and the code in letters;
 * unit and RMA labels are refused.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long, labels.link-too-long, labels.text-too-long,
 * labels.one-label-only, labels.too-many
 */
export async function renderLabels<K extends LabelKind>(
  kind: K,
  views: readonly LabelViews[K][],
  options: LabelOptions,
): Promise<Uint8Array> {
  const { schema, describe }: KindOfLabel<LabelViews[K]> = kinds[kind];
  if (views.length === 0 || (options.format !== 'pdf' && views.length > 1))
    throw labelErrors.error('one-label-only', { format: options.format, count: views.length });
  if (views.length > labelsMax)
    throw labelErrors.error('too-many', { count: views.length, countMax: labelsMax });
  const say = wordsOf(options.locale);
  const sheets = views.map((view) => describe(parseView(schema, view), say));
  const size: LabelSize = labelSizes[options.size];
  const scenes = scenesOf(sheets, size, say);
  switch (options.format) {
    case 'svg': {
      const extent = { width: `${size.widthMm}mm`, height: `${size.heightMm}mm` };
      return Buffer.from(renderSvg(await onlyScene(scenes), extent), 'utf8');
    }
    case 'png':
      return renderPng(await onlyScene(scenes));
    case 'pdf':
      return renderPdf(scenes, {
        scale: pointsPerDot,
        title: sheets.length === 1 ? `${sheets[0]?.kind} ${sheets[0]?.title}` : say(`kind.${kind}`),
        language: options.locale,
      });
  }
}
