/**
 * The label stock and paper this room can print on, as data. It knows millimetres, dots and points,
 * and nothing about what is printed.
 */

/** Thermal printers of 203.2 dpi: eight dots to the millimetre. Every label is laid out in dots. */
export const dotsPerMm = 8;
/** PDF points in one millimetre. */
const pointsPerMm = 72 / 25.4;
/** PDF points in one printer dot. */
export const pointsPerDot = pointsPerMm / dotsPerMm;

/** One label stock: its outer size, the white edge no printer may be trusted with, and its type sizes in dots. */
export interface LabelSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginMm: number;
  /** `compact` puts the QR beside the text; `tall` stacks everything under a band. */
  readonly form: 'compact' | 'tall';
  /** Largest sizes tried, in dots; the text shrinks from there. */
  readonly type: { readonly title: number; readonly body: number; readonly small: number };
  /** Height of the Code 128 bars in dots. */
  readonly barHeight: number;
  /** Widest module tried for Code 128, in dots. */
  readonly barModule: number;
  /** Largest side of the QR without its quiet zone, in dots. */
  readonly qrSide: number;
}

const tall = {
  marginMm: 4,
  form: 'tall',
  type: { title: 150, body: 38, small: 26 },
  barHeight: 168,
  barModule: 5,
  qrSide: 264,
} as const;

export const labelSizes = {
  '60x40': {
    widthMm: 60,
    heightMm: 40,
    marginMm: 2,
    form: 'compact',
    type: { title: 46, body: 22, small: 18 },
    barHeight: 68,
    barModule: 3,
    qrSide: 132,
  },
  '100x50': {
    widthMm: 100,
    heightMm: 50,
    marginMm: 3,
    form: 'compact',
    type: { title: 60, body: 28, small: 22 },
    barHeight: 84,
    barModule: 4,
    qrSide: 184,
  },
  '100x150': { widthMm: 100, heightMm: 150, ...tall },
  '4x6in': { widthMm: 101.6, heightMm: 152.4, ...tall },
} as const satisfies Record<string, LabelSize>;

export type LabelSizeName = keyof typeof labelSizes;

/** Smallest em that is still read at arm's length from a 203 dpi print (1.9 mm). */
export const smallestType = 15;
/** Narrowest Code 128 module that survives a thermal head, in dots. */
export const smallestBarModule = 2;
/** Smallest QR module a hand scanner and a phone read, in dots. */
export const smallestQrModule = 3;

/** Document paper in points. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const;

export type PaperName = keyof typeof papers;
