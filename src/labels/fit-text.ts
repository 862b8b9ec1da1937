/** Makes text fit by shrinking, then wrapping, and says so when neither helps. Knows no label. */
import type { Weight } from './fonts.ts';
import { shownText, textWidth } from './measure.ts';
import { wrapText } from './wrap.ts';

export interface FitLimits {
  readonly weight: Weight;
  readonly width: number;
  readonly sizeMax: number;
  readonly sizeMin: number;
  readonly linesMax: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/**
 * The largest whole size at which each text stands on its own line; failing that, the largest at
 * which all of them wrap into `linesMax` lines. Undefined when even `sizeMin` cannot show everything.
 */
export function fitExact(texts: readonly string[], limits: FitLimits): FittedText | undefined {
  const shown = texts.map((text) => shownText(text).replaceAll('\n', ' '));
  const { weight, width } = limits;
  const perEm = Math.max(...shown.map((text) => textWidth(text, weight, 1)));
  const size = Math.min(limits.sizeMax, Math.floor(width / perEm));
  if (size >= limits.sizeMin) return { size, lines: shown };
  return limits.linesMax > shown.length ? fitWrapped(shown, limits) : undefined;
}

function fitWrapped(texts: readonly string[], limits: FitLimits): FittedText | undefined {
  for (let size = limits.sizeMax; size >= limits.sizeMin; size--) {
    const style = { weight: limits.weight, size };
    const lines = texts.flatMap((text) => wrapText(text, style, limits.width));
    if (lines.length <= limits.linesMax) return { size, lines };
  }
  return undefined;
}
