/**
 * Puts the two barcodes of a label on whole dots with their white space, as large as they may be.
 * Knows the label stock and the symbols, not the text around them.
 */
import { code128, type DarkModules, qr, quietModules } from './barcode.ts';
import { labelErrors } from './errors.ts';
import type { LabelSheet } from './label-sheet.ts';
import type { ModulesMark } from './scene.ts';
import { dotsPerMm, type LabelSize, smallestBarModule, smallestQrModule } from './sizes.ts';

export interface Bars {
  readonly symbol: DarkModules;
  /** Dots per module. */
  readonly module: number;
  readonly width: number;
}

/**
 * Sizes the Code 128 for a label's width; undefined when it cannot fit and the QR alone will do.
 * @throws labels.code-too-long when it cannot fit and the bars are needed.
 */
export function sizeBars(sheet: LabelSheet, size: LabelSize): Bars | undefined {
  const symbol = code128(sheet.code);
  const sheetWidth = size.widthMm * dotsPerMm;
  for (let module = size.barModule; module >= smallestBarModule; module--) {
    const white = Math.max(size.marginMm * dotsPerMm, quietModules.code128 * module);
    const width = symbol.modules * module;
    if (width + 2 * white <= sheetWidth) return { symbol, module, width };
  }
  if (sheet.isLinkEnough) return undefined;
  throw labelErrors.error('code-too-long', { code: sheet.code, length: sheet.code.length });
}

/** Draws the bars centred on the label. */
export function drawBars(bars: Bars, size: LabelSize, y: number, height: number): ModulesMark {
  const x = Math.floor((size.widthMm * dotsPerMm - bars.width) / 2);
  const { symbol, module } = bars;
  return { kind: 'modules', x, y, module, rowHeight: height, rects: symbol.rects };
}

export interface SizedQr {
  readonly symbol: DarkModules;
  readonly module: number;
  /** Side without and white rim on each side, in dots. */
  readonly side: number;
  readonly quiet: number;
}

/**
 * The QR in every size that fits a square of `sideMax` dots, largest first.
 * @throws labels.link-too-long when none has modules large enough to scan.
 */
export function qrChoices(link: string, sideMax: number): readonly SizedQr[] {
  const symbol = qr(link);
  const choices: SizedQr[] = [];
  for (let module = Math.floor(sideMax / symbol.modules); module >= smallestQrModule; module--)
    choices.push({
      symbol,
      module,
      side: symbol.modules * module,
      quiet: quietModules.qr * module,
    });
  if (choices.length === 0) throw labelErrors.error('link-too-long', { link, length: link.length });
  return choices;
}

/** Draws the QR with its upper left module at the given dot. */
export function drawQr(sized: SizedQr, x: number, y: number): ModulesMark {
  const { symbol, module } = sized;
  return { kind: 'modules', x, y, module, rowHeight: module, rects: symbol.rects };
}
