/**
 * A title and labelled values in a column of a label, at one given type size: stands or does not
 * stand. The layouts try smaller sizes; a number is never cut. Knows no kind of label.
 */
import { type FittedText, fitExact } from './fit-text.ts';
import type { Weight } from './fonts.ts';
import type { LabelField } from './label-sheet.ts';
import { shownText, textWidth } from './measure.ts';
import { ascent, leading, type TextMark } from './scene.ts';
import { smallestType } from './sizes.ts';
import { wrapName } from './wrap.ts';

export interface ColumnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ColumnType {
  readonly body: number;
  readonly small: number;
  /** Lines a name may take before it ends in an ellipsis. */
  readonly nameLines: number;
  /** `beside`: label and value on one line; `above`: the label on its own line. */
  readonly labels: 'beside' | 'above';
}

export interface Block {
  readonly marks: readonly TextMark[];
  readonly height: number;
}

interface FieldPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Where the value starts when the label stands beside it. */
  readonly labelWidth: number;
}

/** A value longer than its line may take two more lines than it has. */
const extraLines = 2;
/** One value alone may be this much smaller than its neighbours; beyond that all of them shrink. */
const leastShrink = 0.75;

const weightOf = (field: LabelField): Weight => (field.isStrong ? 'bold' : 'regular');

function fitValue(field: LabelField, width: number, type: ColumnType): FittedText | undefined {
  const weight = weightOf(field);
  const size = type.body;
  if (field.role === 'exact') {
    const linesMax = field.lines.length + extraLines;
    const sizeMin = Math.max(smallestType, Math.ceil(size * leastShrink));
    return fitExact(field.lines, { weight, width, sizeMax: size, sizeMin, linesMax });
  }
  const style = { weight, size };
  return {
    size,
    lines: field.lines.flatMap((text) => wrapName(text, style, width, type.nameLines)),
  };
}

/** Draws one field in its place; undefined when it does not fit the width. */
function fieldBlock(field: LabelField, place: FieldPlace, type: ColumnType): Block | undefined {
  const isAbove = type.labels === 'above';
  const indent = isAbove ? 0 : place.labelWidth;
  const value = fitValue(field, place.width - indent, type);
  if (!value) return undefined;
  const { size, lines } = value;
  const top = place.y + (isAbove ? Math.ceil(type.small * leading) : 0);
  const pitch = Math.ceil(size * leading);
  const common = { kind: 'text', tone: 'ink' } as const;
  const firstBaseline = top + Math.round(size * ascent);
  const label: TextMark = {
    ...common,
    text: shownText(field.label),
    x: place.x,
    baseline: isAbove ? place.y + Math.round(type.small * ascent) : firstBaseline,
    size: type.small,
    weight: 'regular',
  };
  const values = lines.map((text, index): TextMark => {
    const baseline = firstBaseline + index * pitch;
    return { ...common, text, x: place.x + indent, baseline, size, weight: weightOf(field) };
  });
  return { marks: [label, ...values], height: top - place.y + pitch * lines.length };
}

/** Neighbouring half fields become one row of two. */
function rowsOf(fields: readonly LabelField[]): LabelField[][] {
  const rows: LabelField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.isHalf && row?.length === 1 && row[0]?.isHalf) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** Gives the fields of one row the same room for their values, whatever their labels take. */
function placesOf(
  row: readonly LabelField[],
  box: ColumnBox,
  type: ColumnType & { gap: number; labelWidth: number },
): FieldPlace[] {
  const indents = row.map((field, index) => {
    if (type.labels === 'above') return 0;
    return index === 0 ? type.labelWidth : labelWidth(field, type);
  });
  const taken = indents.reduce((sum, indent) => sum + indent, type.gap * (row.length - 1));
  const valueWidth = Math.floor((box.width - taken) / row.length);
  let x = box.x;
  return indents.map((indent) => {
    const place = { x, y: box.y, width: indent + valueWidth, labelWidth: indent };
    x += place.width + type.gap;
    return place;
  });
}

function labelWidth(field: LabelField, type: ColumnType & { gap: number }): number {
  return Math.ceil(textWidth(shownText(field.label), 'regular', type.small)) + type.gap;
}

/** Draws the fields from the top of the box; undefined when they do not fit. */
export function fieldRows(
  fields: readonly LabelField[],
  box: ColumnBox,
  type: ColumnType,
): Block | undefined {
  const gap = Math.round(type.small * 0.5);
  const widest = Math.max(0, ...fields.map((field) => labelWidth(field, { ...type, gap })));
  const rowGap = type.labels === 'above' ? Math.round(type.small * 0.4) : 0;
  const marks: TextMark[] = [];
  let y = box.y;
  for (const row of rowsOf(fields)) {
    const places = placesOf(row, { ...box, y }, { ...type, gap, labelWidth: widest });
    let height = 0;
    for (const [index, field] of row.entries()) {
      const place = places[index];
      const block = place && fieldBlock(field, place, type);
      if (!block) return undefined;
      marks.push(...block.marks);
      height = Math.max(height, block.height);
    }
    y += height + rowGap;
  }
  const height = Math.max(0, y - rowGap - box.y);
  return height <= box.height ? { marks, height: y - box.y } : undefined;
}

/** The title in as few and as large lines as the width allows; undefined when it cannot be shown in full. */
export function titleBlock(
  title: string,
  box: ColumnBox,
  sizes: { readonly max: number; readonly min: number },
): Block | undefined {
  const limits = { weight: 'bold', width: box.width, sizeMax: sizes.max } as const;
  const fitted =
    fitExact([title], { ...limits, sizeMin: sizes.min, linesMax: 2 }) ??
    fitExact([title], { ...limits, sizeMin: smallestType, linesMax: 3 });
  if (!fitted) return undefined;
  const { size, lines } = fitted;
  const pitch = Math.ceil(size * 1.12);
  const marks = lines.map((text, index): TextMark => {
    const baseline = box.y + Math.round(size * 0.8) + index * pitch;
    return { kind: 'text', text, x: box.x, baseline, size, weight: 'bold', tone: 'ink' };
  });
  return { marks, height: pitch * lines.length + Math.ceil(size * 0.05) };
}
