/**
 * The form of the shipping-size labels: a black band with the kind, the number across the sheet,
 * bars below it, then the fields, and the QR in the lower right corner. All lengths in dots.
 */
import { labelErrors } from './errors.ts';
import { type ColumnBox, fieldRows, titleBlock } from './field-column.ts';
import { centredLine, codeLine } from './label-lines.ts';
import type { LabelField, LabelSheet } from './label-sheet.ts';
import { drawBars, drawQr, qrChoices, type SizedQr, sizeBars } from './label-symbols.ts';
import { ascent, type Mark, type Scene, type TextMark } from './scene.ts';
import { dotsPerMm, type LabelSize, smallestType } from './sizes.ts';
import { type TypeAttempt, typeAttempts } from './type-attempts.ts';
import type { Say } from './words.ts';
import { wrapName } from './wrap.ts';

const bandHeight = 72;
const ruleHeight = 4;

const attempts = typeAttempts([1.5, 1.35, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48]);

function bandMarks(kind: string, box: ColumnBox): Mark[] {
  const style = { weight: 'bold', size: 44 } as const;
  const [text = ''] = wrapName(kind, style, box.width - 40, 1);
  return [
    { kind: 'box', x: box.x, y: box.y, width: box.width, height: bandHeight, tone: 'ink' },
    { kind: 'text', text, x: box.x + 20, baseline: box.y + 52, ...style, tone: 'paper' },
  ];
}

interface CornerPlan {
  readonly fields: readonly LabelField[];
  readonly box: ColumnBox;
  /** Width and height the QR takes out of the lower right corner, white rim and caption included. */
  readonly corner: { readonly width: number; readonly height: number };
  readonly type: LabelSize['type'];
}

/** The first `above` fields over the full width, the others left of the QR; undefined when they do not stand. */
function split(plan: CornerPlan, above: number, attempt: TypeAttempt): TextMark[] | undefined {
  const { fields, box, corner } = plan;
  // A row of two halves must not be torn apart by the corner.
  if (fields[above]?.isHalf && fields[above - 1]?.isHalf) return undefined;
  const sized = (size: number) => Math.max(smallestType, Math.floor(size * attempt.scale));
  const { nameLines } = attempt;
  const type = { body: sized(plan.type.body), small: sized(plan.type.small), nameLines };
  const stacked = { ...type, labels: 'above' } as const;
  const upperBox = { ...box, height: box.height - corner.height };
  const upper = fieldRows(fields.slice(0, above), upperBox, stacked);
  if (!upper) return undefined;
  const lowerBox = {
    x: box.x,
    y: box.y + upper.height,
    width: box.width - corner.width,
    height: box.height - upper.height,
  };
  const lower = fieldRows(fields.slice(above), lowerBox, stacked);
  return lower && [...upper.marks, ...lower.marks];
}

/** @throws labels.text-too-long */
function fieldMarks(plan: CornerPlan): TextMark[] {
  for (const attempt of attempts) {
    for (let above = plan.fields.length; above >= 0; above--) {
      const marks = split(plan, above, attempt);
      if (marks) return marks;
    }
  }
  throw labelErrors.error('text-too-long', {});
}

function lowerPart(
  sheet: LabelSheet,
  box: ColumnBox,
  parts: { size: LabelSize; qr: SizedQr; caption: string },
): Mark[] {
  const { size, qr, caption } = parts;
  const captionSize = size.type.small;
  const captionHeight = Math.ceil(captionSize * ascent) + qr.quiet;
  // The white rim of a large QR is wider than the margin it lies in.
  const rim = Math.max(0, qr.quiet - size.marginMm * dotsPerMm);
  const bottom = box.y + box.height;
  const x = box.x + box.width - rim - qr.side;
  const style = { size: captionSize, weight: 'regular', tone: 'ink' } as const;
  const corner = { width: qr.side + qr.quiet + rim, height: qr.side + qr.quiet + captionHeight };
  return [
    ...fieldMarks({ fields: sheet.fields, box, corner, type: size.type }),
    drawQr(qr, x, bottom - captionHeight - qr.side),
    centredLine(caption, x + qr.side / 2, { ...style, baseline: bottom }),
  ];
}

/**
 * Lays out one large label.
 * @throws labels.code-too-long, labels.link-too-long, labels.text-too-long
 */
export function tallLayout(sheet: LabelSheet, size: LabelSize, say: Say): Scene {
  const width = size.widthMm * dotsPerMm;
  const height = size.heightMm * dotsPerMm;
  const margin = size.marginMm * dotsPerMm;
  const inner = { x: margin, y: margin, width: Math.floor(width) - 2 * margin, height: 0 };
  const marks: Mark[] = bandMarks(sheet.kind, inner);
  let y = margin + bandHeight + 16;
  const sizes = { max: size.type.title, min: size.type.body };
  const title = titleBlock(sheet.title, { ...inner, y }, sizes);
  if (!title) throw labelErrors.error('text-too-long', { title: sheet.title });
  marks.push(...title.marks);
  y += title.height + 14;
  const bars = sizeBars(sheet, size);
  if (bars) {
    marks.push(drawBars(bars, size, y, size.barHeight));
    y += size.barHeight + 4;
  }
  if (sheet.code !== sheet.title) {
    const code = codeLine(sheet.code, size);
    marks.push(code.at(y));
    y += code.height + 8;
  }
  marks.push({
    kind: 'box',
    x: margin,
    y: y + 8,
    width: inner.width,
    height: ruleHeight,
    tone: 'ink',
  });
  y += 8 + ruleHeight + 18;
  const [qr] = qrChoices(sheet.link, bars ? size.qrSide : size.qrSide * 1.4);
  const box = { ...inner, y, height: Math.floor(height) - margin - y };
  if (qr) marks.push(...lowerPart(sheet, box, { size, qr, caption: say('field.scan') }));
  return { width, height, title: `${sheet.kind} ${sheet.title}`, marks };
}
