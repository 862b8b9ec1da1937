/**
 * Turns a code or a link into dark modules on a whole-number grid: bars for Code 128, squares for
 * QR. It knows how much white each symbol needs around it and how it grows; where it is put on the
 * paper is the layouts' business.
 */
import bwipjs from 'bwip-js/node';
import { InvariantError, invariant } from '../platform/errors.ts';
import { barcodeText, linkText } from './contract.ts';
import { parseView } from './parse-view.ts';

/** x, y, width, height in modules. */
export type ModuleRect = readonly [number, number, number, number];

export interface DarkModules {
  /** Modules from edge to edge, without the quiet zone. */
  readonly modules: number;
  readonly rects: readonly ModuleRect[];
}

/** White modules demanded left and right of Code 128 (ISO/IEC 15417) and around QR (ISO/IEC 18004). */
export const quietModules = { code128: 10, qr: 4 } as const;

const cacheMax = 500;
const cache = new Map<string, DarkModules>();

function cached(key: string, make: () => DarkModules): DarkModules {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  if (cache.size >= cacheMax) cache.clear();
  cache.set(key, made);
  return made;
}

/**
 * Code 128 of the exact text; every bar is one module high, the layout stretches it.
 * @throws labels.code-characters for anything but printable ASCII: the encoder would accept control
 * characters and drop or mangle the rest without a word.
 */
export function code128(text: string): DarkModules {
  parseView(barcodeText, text);
  return cached(`1:${text}`, () => {
    const [symbol] = bwipjs.raw('code128', text);
    invariant(symbol && 'sbs' in symbol, 'the encoder gave no bars');
    const rects: ModuleRect[] = [];
    let x = 0;
    for (const [index, width] of symbol.sbs.entries()) {
      if (index % 2 === 0) rects.push([x, 0, width, 1]);
      x += width;
    }
    return { modules: x, rects };
  });
}

/** One rect per run of dark modules in a row. */
function darkRuns(pixels: readonly number[], side: number): ModuleRect[] {
  const rects: ModuleRect[] = [];
  for (let y = 0; y < side; y++) {
    let start = -1;
    for (let x = 0; x <= side; x++) {
      const isDark = x < side && pixels[y * side + x] === 1;
      if (isDark && start < 0) start = x;
      if (!isDark && start >= 0) {
        rects.push([start, y, x - start, 1]);
        start = -1;
      }
    }
  }
  return rects;
}

/**
 * QR at error level M, which survives a scuffed tenth of the symbol.
 * @throws labels.link-characters unless it is an absolute http(s) URL in ASCII.
 */
export function qr(link: string): DarkModules {
  parseView(linkText, link);
  return cached(`2:${link}`, () => {
    // A given mask halves the work; any mask is valid, the choice among them is only cosmetic.
    const [symbol] = bwipjs.raw('qrcode', link, 'eclevel=M mask=4');
    if (!symbol || !('pixs' in symbol)) throw new InvariantError('the encoder gave no modules');
    return { modules: symbol.pixx, rects: darkRuns(symbol.pixs, symbol.pixx) };
  });
}
