/** Single centred lines both label forms use. Lengths in dots; knows no kind of label. */
import { fitExact } from './fit-text.ts';
import { textWidth } from './measure.ts';
import { ascent, type TextMark } from './scene.ts';
import { dotsPerMm, type LabelSize, smallestType } from './sizes.ts';

type LineStyle = Pick<TextMark, 'baseline' | 'size' | 'weight' | 'tone'>;

/** A line centred on `centre`. */
export function centredLine(text: string, centre: number, style: LineStyle): TextMark {
  const width = textWidth(text, style.weight, style.size);
  return { kind: 'text', text, x: Math.round(centre - width / 2), ...style };
}

/** The code in letters, to stand under its bars: an 80-character code still fits in the smallest type. */
export function codeLine(code: string, size: LabelSize) {
  const width = (size.widthMm - 2 * size.marginMm) * dotsPerMm;
  const limits = { weight: 'regular', width, sizeMax: size.type.small, linesMax: 1 } as const;
  const type = fitExact([code], { ...limits, sizeMin: 1 })?.size ?? smallestType;
  const style = { size: type, weight: 'regular', tone: 'ink' } as const;
  const centre = (size.widthMm * dotsPerMm) / 2;
  return {
    height: Math.ceil(type * 1.15),
    at: (y: number) =>
      centredLine(code, centre, { ...style, baseline: y + Math.ceil(type * ascent) }),
  };
}
