/**
 * The two weights of Noto Sans SC, read once per process and shared by every label and document.
 * One font covers Latin and Chinese, so no text ever needs a second family.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { invariant } from '../platform/errors.ts';

export type Weight = 'regular' | 'bold';

const files = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

const resolve = createRequire(import.meta.url).resolve;
const loaded = new Map<Weight, fontkit.Font>();

/**
 * fontkit keeps one glyph object per shape and remembers the character that asked for it first.
 * Some 480 shapes serve several characters (space and no-break space, 一 and its Kangxi radical), so
 * without this a PDF's text layer would depend on what the process printed earlier.
 */
function settleSharedShapes(font: fontkit.Font, shadow: fontkit.Font): void {
  const speakers = new Map<number, { codePoint: number; cost: number }>();
  const shared = new Set<number>();
  for (const codePoint of shadow.characterSet) {
    const id = shadow.glyphForCodePoint(codePoint).id;
    const cost = oddness(codePoint, id, shadow);
    const other = speakers.get(id);
    if (other) shared.add(id);
    if (!other || cost < other.cost) speakers.set(id, { codePoint, cost });
  }
  for (const id of shared) font.glyphForCodePoint(speakers.get(id)?.codePoint ?? 0);
}

/** How unlikely a character is to be the one meant among those of its shape; the lowest code wins a tie. */
function oddness(codePoint: number, shape: number, font: fontkit.Font): number {
  const image = String.fromCodePoint(codePoint).normalize('NFKC').codePointAt(0) ?? codePoint;
  if (image !== codePoint && font.glyphForCodePoint(image).id === shape) return 3;
  if (codePoint >= 0x2e80 && codePoint <= 0x2fdf) return 2; // radicals
  return codePoint >= 0x2200 && codePoint <= 0x22ff ? 1 : 0; // mathematical operators
}

/** The shared parsed font of a weight; the first call reads and parses the file (about 0.1 s). */
export function fontOf(weight: Weight): fontkit.Font {
  const known = loaded.get(weight);
  if (known) return known;
  const bytes = readFileSync(resolve(files[weight]));
  const font = fontkit.create(bytes);
  const shadow = fontkit.create(bytes);
  invariant('layout' in font && 'layout' in shadow, `${files[weight]} is a collection, not a font`);
  settleSharedShapes(font, shadow);
  loaded.set(weight, font);
  return font;
}

let covered: ReadonlySet<number> | undefined;

/** Whether the font can draw this character; both weights cover the same ones. */
export function hasGlyph(codePoint: number): boolean {
  covered ??= new Set(fontOf('regular').characterSet);
  return covered.has(codePoint);
}
