/**
 * The form of the small labels: text on the left, QR on the right with the kind of label under it,
 * bars across the foot. Knows one sheet and one stock; all lengths in dots.
 */
import { labelErrors } from './errors.ts';
import { type ColumnBox, fieldRows, titleBlock } from './field-column.ts';
import { centredLine, codeLine } from './label-lines.ts';
import type { LabelField, LabelSheet } from './label-sheet.ts';
import { type Bars, drawBars, drawQr, qrChoices, type SizedQr, sizeBars } from './label-symbols.ts';
import { ascent, leading, type Mark, type Scene, type TextMark } from './scene.ts';
import { dotsPerMm, type LabelSize, smallestType } from './sizes.ts';
import { type TypeAttempt, typeAttempts } from './type-attempts.ts';
import type { Say } from './words.ts';
import { wrapName } from './wrap.ts';

const attempts = typeAttempts([1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62]);

interface Frame {
  readonly size: LabelSize;
  readonly width: number;
  readonly margin: number;
  /** Height above the bars. */
  readonly zone: number;
}

function titledColumn(
  sheet: LabelSheet,
  box: ColumnBox,
  type: LabelSize['type'],
  attempt: TypeAttempt,
): readonly TextMark[] | undefined {
  const sized = (size: number) => Math.max(smallestType, Math.floor(size * attempt.scale));
  const title = titleBlock(sheet.title, box, { max: sized(type.title), min: sized(type.body) });
  if (!title) return undefined;
  const rest = { ...box, y: box.y + title.height, height: box.height - title.height };
  const { nameLines } = attempt;
  const columnType = { body: sized(type.body), small: sized(type.small), nameLines };
  const rows = fieldRows(sheet.fields, rest, { ...columnType, labels: 'beside' });
  return rows && [...title.marks, ...rows.marks];
}

function kindLine(kind: string, qr: SizedQr, place: { x: number; y: number; size: number }) {
  const style = { weight: 'bold', size: place.size } as const;
  const [text = ''] = wrapName(kind, style, qr.side + 2 * qr.quiet, 1);
  const baseline = place.y + Math.round(place.size * ascent);
  return centredLine(text, place.x + qr.side / 2, { ...style, baseline, tone: 'ink' });
}

/** Everything above the bars: the largest type that stands beside the largest QR that leaves room. */
function upperPart(
  sheet: LabelSheet,
  frame: Frame,
  choices: readonly SizedQr[],
): Mark[] | undefined {
  const { size, width, margin, zone } = frame;
  for (const attempt of attempts) {
    for (const qr of choices) {
      const rim = Math.max(margin, qr.quiet);
      const below = rim + qr.side + qr.quiet;
      if (below + size.type.small * leading > margin + zone) continue;
      const x = width - rim - qr.side;
      const box = { x: margin, y: margin, width: x - qr.quiet - margin, height: zone - 4 };
      const text = titledColumn(sheet, box, size.type, attempt);
      if (!text) continue;
      const kind = kindLine(sheet.kind, qr, { x, y: below, size: size.type.small });
      return [...text, drawQr(qr, x, rim), kind];
    }
  }
  return undefined;
}

/** Without bars the code must stand in the text, unless the title already says it. */
function fieldsFor(sheet: LabelSheet, bars: Bars | undefined, say: Say): readonly LabelField[] {
  if (bars || sheet.code === sheet.title) return sheet.fields;
  return [...sheet.fields, { label: say('field.code'), lines: [sheet.code], role: 'exact' }];
}

/**
 * Lays out one small label; the bars give up height only when the text cannot stand otherwise.
 * @throws labels.code-too-long, labels.link-too-long, labels.text-too-long
 */
export function compactLayout(sheet: LabelSheet, size: LabelSize, say: Say): Scene {
  const width = size.widthMm * dotsPerMm;
  const height = size.heightMm * dotsPerMm;
  const margin = size.marginMm * dotsPerMm;
  const bars = sizeBars(sheet, size);
  const code = bars && sheet.code !== sheet.title ? codeLine(sheet.code, size) : undefined;
  const filled = { ...sheet, fields: fieldsFor(sheet, bars, say) };
  for (const barHeight of bars ? [size.barHeight, Math.round(size.barHeight * 0.7)] : [0]) {
    const footHeight = barHeight + (code?.height ?? 0);
    const zone = height - 2 * margin - footHeight;
    const sideMax = bars ? size.qrSide : Math.min(zone, width * 0.42);
    const choices = qrChoices(sheet.link, sideMax);
    const marks = upperPart(filled, { size, width, margin, zone }, choices);
    if (!marks) continue;
    const top = height - margin - footHeight;
    if (bars) marks.push(drawBars(bars, size, top, barHeight));
    if (code) marks.push(code.at(top + barHeight));
    return { width, height, title: `${sheet.kind} ${sheet.title}`, marks };
  }
  throw labelErrors.error('text-too-long', { title: sheet.title });
}
