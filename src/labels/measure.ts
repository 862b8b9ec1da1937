/**
 * How wide text is, and what is shown for characters the font lacks. Everything that places text
 * asks here first, so that the line breaker, the SVG and the PDF agree on every width.
 */
import { fontOf, hasGlyph, type Weight } from './fonts.ts';

/** The visible stand-in for a character the font cannot draw. */
const missingGlyph = '□';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/** Splits text into what a reader calls characters. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

function isDrawable(text: string): boolean {
  for (const character of text) if (!hasGlyph(character.codePointAt(0) ?? 0)) return false;
  return true;
}

function shownGrapheme(grapheme: string): string {
  const bare = grapheme.replace(ignorable, '');
  if (isDrawable(bare)) return bare;
  const composed = bare.normalize('NFC');
  return isDrawable(composed) ? composed : missingGlyph;
}

/**
 * Text as it can be shown: invisible and direction-changing characters dropped, tabs as spaces, and
 * each character the font lacks as □. Line ends are kept.
 */
export function shownText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  if (/^[\n -~]*$/.test(plain)) return plain;
  return splitGraphemes(plain)
    .map((grapheme) => (grapheme === '\n' ? grapheme : shownGrapheme(grapheme)))
    .join('');
}

const widthsMax = 20_000;
const widths = new Map<string, number>();

/** Width of already shown text, in the unit of `size` (the em). */
export function textWidth(text: string, weight: Weight, size: number): number {
  const key = `${weight}:${text}`;
  let perEm = widths.get(key);
  if (perEm === undefined) {
    const font = fontOf(weight);
    perEm = font.layout(text).advanceWidth / font.unitsPerEm;
    if (widths.size >= widthsMax) widths.clear();
    widths.set(key, perEm);
  }
  return perEm * size;
}
