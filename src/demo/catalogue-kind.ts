/**
 * What the demo catalogue says about a kind of ordinary part: its names, the sizes it comes in, what
 * it costs and how it is kept. The shape only; the kinds themselves are listed elsewhere.
 */

export interface DemoKind {
  /** Start of the part number. */
  readonly sign: string;
  readonly categoryEn: string;
  readonly categoryZh: string;
  readonly en: string;
  readonly zh: string;
  readonly unit: 'pcs' | 'set' | 'm' | 'roll' | 'pack';
  readonly tracking: 'none' | 'lot';
  readonly medianYuan: number;
  /** How often it is drawn, against the others. */
  readonly weight: number;
  readonly grams: number;
  readonly hsCode: string;
  readonly shelfLifeDays: number | null;
  readonly packSize: number;
  /** Every size with every make of it is one part. */
  readonly sizes: readonly [string, ...string[]];
  readonly makes: readonly [readonly [string, string], ...(readonly [string, string])[]];
}

type Trade = Pick<DemoKind, 'medianYuan' | 'grams' | 'hsCode' | 'packSize' | 'weight'> &
  Partial<Pick<DemoKind, 'unit' | 'tracking' | 'shelfLifeDays'>>;

/** A kind of part; plain pieces without tracking or shelf life unless `trade` says otherwise. */
export const kind = (
  [sign, en, zh]: readonly [string, string, string],
  [categoryEn, categoryZh]: readonly [string, string],
  trade: Trade,
  variants: Pick<DemoKind, 'sizes' | 'makes'>,
): DemoKind => ({
  unit: 'pcs',
  tracking: 'none',
  shelfLifeDays: null,
  ...trade,
  sign,
  en,
  zh,
  categoryEn,
  categoryZh,
  ...variants,
});
