/**
 * The words of the parts import: the fields a file may carry, the part that comes out of a good row,
 * and the limits both keep. It holds no rules and knows neither CSV nor tables.
 */
import { quantityMax } from '../../../platform/scalars.ts';
import type { LifeCycle } from '../part-views.ts';

/** Fields in the order in which an export writes them. */
export const partFields = [
  'partNumber',
  'nameEn',
  'nameZh',
  'category',
  'lifeCycle',
  'unitOfMeasure',
  'tracking',
  'isRepairable',
  'manufacturer',
  'manufacturerPartNumber',
  'supplier',
  'costMinor',
  'priceMinor',
  'currency',
  'minQuantity',
  'maxQuantity',
  'safetyStock',
  'leadTimeDays',
  'minimumOrderQuantity',
  'packSize',
  'shelfLifeDays',
  'weightGrams',
  'lengthMm',
  'widthMm',
  'heightMm',
  'hsCode',
  'originCountry',
  'barcode',
  'openingBin',
  'openingQuantity',
] as const;

export type PartField = (typeof partFields)[number];

export const unitsOfMeasure = [
  'pcs',
  'set',
  'pair',
  'box',
  'pack',
  'roll',
  'sheet',
  'm',
  'cm',
  'mm',
  'kg',
  'g',
  'l',
  'ml',
] as const;

export type UnitOfMeasure = (typeof unitsOfMeasure)[number];

export const trackings = ['none', 'lot', 'serial'] as const;

export type Tracking = (typeof trackings)[number];

/** Units demanded in one calendar month, `YYYY-MM`. */
export interface MonthlyDemand {
  readonly month: string;
  readonly quantity: number;
}

/** A part as a good row describes it. Null means the file does not say; money is in minor units. */
export interface ImportedPart {
  readonly partNumber: string;
  /** At least one of the two names is given. */
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly category: string | null;
  readonly lifeCycle: LifeCycle;
  readonly unitOfMeasure: UnitOfMeasure;
  readonly tracking: Tracking;
  readonly isRepairable: boolean;
  readonly manufacturer: string | null;
  readonly manufacturerPartNumber: string | null;
  readonly supplier: string | null;
  readonly costMinor: number | null;
  readonly priceMinor: number | null;
  readonly currency: string;
  readonly minQuantity: number | null;
  readonly maxQuantity: number | null;
  readonly safetyStock: number | null;
  readonly leadTimeDays: number | null;
  readonly minimumOrderQuantity: number | null;
  readonly packSize: number | null;
  readonly shelfLifeDays: number | null;
  readonly weightGrams: number | null;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly hsCode: string | null;
  readonly originCountry: string | null;
  readonly barcode: string | null;
  /** Stock to begin with; never given for parts tracked by lot or serial. */
  readonly openingStock: { readonly bin: string; readonly quantity: number } | null;
  /** In order of month; a month without a figure is absent. */
  readonly monthlyDemand: readonly MonthlyDemand[];
}

/** Longest cell of any column, in characters. */
export const cellLengthMax = 500;

/** Longest text by field, in characters. */
export const textLengthMax = {
  partNumber: 64,
  nameEn: 200,
  nameZh: 200,
  category: 100,
  manufacturer: 120,
  manufacturerPartNumber: 80,
  supplier: 100,
  barcode: 64,
  openingBin: 64,
} as const;

/** Smallest and largest whole number by field. */
export const wholeNumberRange = {
  minQuantity: { min: 0, max: quantityMax },
  maxQuantity: { min: 0, max: quantityMax },
  safetyStock: { min: 0, max: quantityMax },
  leadTimeDays: { min: 0, max: 3_650 },
  minimumOrderQuantity: { min: 1, max: quantityMax },
  packSize: { min: 1, max: quantityMax },
  shelfLifeDays: { min: 1, max: 36_500 },
  weightGrams: { min: 0, max: 100_000_000 },
  lengthMm: { min: 1, max: 1_000_000 },
  widthMm: { min: 1, max: 1_000_000 },
  heightMm: { min: 1, max: 1_000_000 },
  openingQuantity: { min: 1, max: quantityMax },
  monthlyDemand: { min: 0, max: quantityMax },
} as const;

/** Largest price or cost, in minor units. */
export const priceMinorMax = 100_000_000_000_000;

/** Currency of a row that names none. */
export const currencyDefault = 'CNY';

/** Currencies with two decimals, the only ones whose minor unit is a hundredth. */
export const currencies = [
  'CNY',
  'HKD',
  'TWD',
  'USD',
  'EUR',
  'GBP',
  'SGD',
  'AUD',
  'CAD',
  'CHF',
  'THB',
  'MYR',
  'INR',
] as const;
