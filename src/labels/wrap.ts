/**
 * Where a line may end. Chinese breaks between any two characters except before closing and after
 * opening punctuation (after GB/T 15834); Latin words stay whole unless one alone is wider than the
 * line. Pure apart from the widths it asks for.
 */
import type { Weight } from './fonts.ts';
import { shownText, splitGraphemes, textWidth } from './measure.ts';

export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
}

const wide = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\u3000-\u303f\uff00-\uffef]/u;
const neverFirst = /^[，。、；：？！）》】〉」』〕…—”’％‰℃·,.;:?!)\]}%]/u;
const neverLast = /[（《【〈「『〔“‘([{]$/u;

const knownMax = 2000;
const known = new Map<string, readonly string[]>();

/** A layout asks for the same line at many sizes, and where it may break does not depend on the size. */
function pieces(line: string): readonly string[] {
  const before = known.get(line);
  if (before) return before;
  const found = findPieces(line);
  if (known.size >= knownMax) known.clear();
  known.set(line, found);
  return found;
}

/** Pieces that must not be torn apart, in order; spaces stay at the end of the piece before them. */
function findPieces(line: string): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const grapheme of splitGraphemes(line)) {
    const last = found.at(-1);
    const isWide = wide.test(grapheme);
    const isSpace = grapheme === ' ';
    const sticks =
      last !== undefined &&
      (isSpace ||
        (neverFirst.test(grapheme) && !last.endsWith(' ')) ||
        neverLast.test(last) ||
        (isOpen && !isWide && !last.endsWith(' ')));
    if (sticks) found[found.length - 1] = last + grapheme;
    else found.push(grapheme);
    isOpen = !isWide;
  }
  return found;
}

/** Splits one piece that is wider than a line, after a hyphen or slash if there is one that fits. */
function tear(piece: string, style: TextStyle, width: number): string[] {
  const parts: string[] = [];
  let rest = splitGraphemes(piece);
  while (rest.length > 0) {
    let count = 1;
    let used = 0;
    for (const [index, grapheme] of rest.entries()) {
      used += textWidth(grapheme, style.weight, style.size);
      if (used > width) break;
      count = index + 1;
    }
    if (count < rest.length) {
      const joint = rest.slice(0, count).findLastIndex((grapheme) => '-/_.'.includes(grapheme));
      if (joint > 0) count = joint + 1;
    }
    parts.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  return parts;
}

function wrapLine(line: string, style: TextStyle, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  const widthOf = (text: string) => textWidth(text.trimEnd(), style.weight, style.size);
  for (const piece of pieces(line)) {
    if (widthOf(current + piece) <= width) {
      current += piece;
      continue;
    }
    if (current !== '') lines.push(current.trimEnd());
    const torn = widthOf(piece) <= width ? [piece] : tear(piece, style, width);
    current = torn.pop() ?? '';
    lines.push(...torn);
  }
  lines.push(current.trimEnd());
  return lines;
}

/** Breaks text into lines no wider than `width` (same unit as the style's size); line ends in the text are kept. */
export function wrapText(text: string, style: TextStyle, width: number): string[] {
  return shownText(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, style, width));
}

/** As wrapText, but at most `linesMax` lines, the last of which ends in … when something was left out. */
export function wrapName(
  text: string,
  style: TextStyle,
  width: number,
  linesMax: number,
): string[] {
  const lines = wrapText(text.replace(/\s+/g, ' '), style, width);
  if (lines.length <= linesMax) return lines;
  const kept = lines.slice(0, linesMax);
  const last = splitGraphemes(kept.pop() ?? '');
  while (last.length > 0 && textWidth(`${last.join('')}…`, style.weight, style.size) > width)
    last.pop();
  return [...kept, `${last.join('').trimEnd()}…`];
}
