/**
 * Barcodes of a document as blocks, in modules of whole printer dots. Lengths in points; knows
 * symbols and paper, not what they stand for.
 */
import { code128, qr, quietModules } from '../barcode.ts';
import { pointsPerDot, smallestBarModule } from '../sizes.ts';
import type { FlowBlock } from './flow.ts';

/** Widest bar module on paper: three dots, a third of a millimetre. */
const barModuleMax = 3;
const barHeight = 32;

/** Code 128 with its left edge at the block's; undefined when it cannot fit the width with white on its right. */
export function barsBlock(
  code: string,
  width: number,
): (FlowBlock & { width: number }) | undefined {
  const symbol = code128(code);
  for (let dots = barModuleMax; dots >= smallestBarModule; dots--) {
    const module = dots * pointsPerDot;
    const own = symbol.modules * module;
    if (own + quietModules.code128 * module > width) continue;
    const { rects } = symbol;
    return {
      width: own,
      height: barHeight,
      draw: (x, y) => [{ kind: 'modules', x, y, module, rowHeight: barHeight, rects }],
    };
  }
  return undefined;
}

/** QR of at most `side` points; its white rim is the caller's. */
export function qrBlock(link: string, side: number): FlowBlock & { width: number; quiet: number } {
  const symbol = qr(link);
  const dots = Math.max(2, Math.floor(side / pointsPerDot / symbol.modules));
  const module = dots * pointsPerDot;
  const width = symbol.modules * module;
  return {
    width,
    height: width,
    quiet: quietModules.qr * module,
    draw: (x, y) => [{ kind: 'modules', x, y, module, rowHeight: module, rects: symbol.rects }],
  };
}
