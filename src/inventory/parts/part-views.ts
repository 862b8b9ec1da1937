/**
 * The words of the part master: what a part is made of, and how parts and all that hangs on them are
 * shown. Shapes only; no rule and no table.
 */
import { z } from 'zod';
import { currency, day, id, moneyMinor, quantityMax, text } from '../../platform/scalars.ts';
import { relationKinds } from './relations/relations.rules.ts';

/** Where a part stands between drawing board and museum; whether it is retired is another matter. */
export const lifeCycles = [
  'in-design',
  'active',
  'phase-out',
  'obsolete',
  'no-longer-served',
] as const;
export type LifeCycle = (typeof lifeCycles)[number];

/** A code that a label can carry: printable ASCII without blanks. */
export const barcodeText = z.string().regex(/^[\x21-\x7e]{1,64}$/);

/** A unit of measure, as short as on a label. */
export const unitText = text(20);

const wholeMax = 1_000_000;
const names = { nameEn: text(200).nullable(), nameZh: text(200).nullable() };
const count = z.int().min(1).max(quantityMax).nullable();
const size = z.int().min(1).max(1_000_000).nullable();

/** Days an offer or a relation holds, both included; null is open. */
export const validity = {
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
};

/** Whether the days of a validity are in order. */
export function inOrder(value: { validFrom: string | null; validTo: string | null }): boolean {
  return value.validFrom === null || value.validTo === null || value.validFrom <= value.validTo;
}

/** What a person says of a part; amounts in minor units, weight in grams, sizes in millimetres. */
export const partWords = {
  nameEn: text(200).nullable().default(null),
  nameZh: text(200).nullable().default(null),
  category: text(100).nullable().default(null),
  lifeCycle: z.enum(lifeCycles).default('active'),
  unitOfMeasure: unitText.default('pcs'),
  tracking: z.enum(['none', 'lot', 'serial']).default('none'),
  isRepairable: z.boolean().default(false),
  manufacturer: text(120).nullable().default(null),
  manufacturerPartNumber: text(80).nullable().default(null),
  costMinor: moneyMinor.nullable().default(null),
  priceMinor: moneyMinor.nullable().default(null),
  currency: currency.default('CNY'),
  leadTimeDays: z.int().min(0).max(3650).nullable().default(null),
  minimumOrderQuantity: count.default(null),
  packSize: count.default(null),
  shelfLifeDays: z.int().min(1).max(36_500).nullable().default(null),
  weightGrams: z.int().min(0).max(100_000_000).nullable().default(null),
  lengthMm: size.default(null),
  widthMm: size.default(null),
  heightMm: size.default(null),
  hsCode: z
    .string()
    .regex(/^[0-9]{6,10}$/)
    .nullable()
    .default(null),
  originCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
};

/** Both halves of a ratio. */
export const ratioPart = z.int().min(1).max(wholeMax);

const unitView = z.strictObject({
  unit: z.string(),
  numerator: z.int(),
  denominator: z.int(),
});

export const partView = z.strictObject({
  id,
  partNumber: z.string(),
  ...names,
  category: z.string().nullable(),
  lifeCycle: z.enum(lifeCycles),
  unitOfMeasure: z.string(),
  tracking: z.enum(['none', 'lot', 'serial']),
  isRepairable: z.boolean(),
  manufacturer: z.string().nullable(),
  manufacturerPartNumber: z.string().nullable(),
  costMinor: moneyMinor.nullable(),
  priceMinor: moneyMinor.nullable(),
  currency,
  leadTimeDays: z.int().nullable(),
  minimumOrderQuantity: z.int().nullable(),
  packSize: z.int().nullable(),
  shelfLifeDays: z.int().nullable(),
  weightGrams: z.int().nullable(),
  lengthMm: z.int().nullable(),
  widthMm: z.int().nullable(),
  heightMm: z.int().nullable(),
  hsCode: z.string().nullable(),
  originCountry: z.string().nullable(),
  retiredAt: z.iso.datetime().nullable(),
  retiredReason: z.string().nullable(),
  barcodes: z.array(z.string()),
  units: z.array(unitView),
  version: z.int(),
});
export type PartView = z.infer<typeof partView>;

/** Another part by id and number. */
export const partName = z.strictObject({ partId: id, partNumber: z.string() });

/** A part in a list, and what became of it. */
export const partRow = partView.extend({
  /** The last of its successors today. */
  successor: partName.nullable(),
  /** The older number that was searched for, when the part was found as its successor. */
  foundFor: z.string().nullable(),
});
export type PartListRow = z.infer<typeof partRow>;

export const relationView = z.strictObject({
  id,
  fromPartId: id,
  fromPartNumber: z.string(),
  toPartId: id,
  toPartNumber: z.string(),
  kind: z.enum(relationKinds),
  isTwoWay: z.boolean(),
  numerator: z.int(),
  denominator: z.int(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  useUpOldFirst: z.boolean(),
  effectivity: z.string().nullable(),
  note: z.string().nullable(),
});
export type RelationView = z.infer<typeof relationView>;

export const standInView = z.strictObject({
  partId: id,
  partNumber: z.string(),
  kind: z.enum(['same', ...relationKinds]),
  numerator: z.int(),
  denominator: z.int(),
  useUpOldFirst: z.boolean(),
  effectivity: z.string().nullable(),
});

export const supplierPartView = z.strictObject({
  id,
  partId: id,
  supplierId: id,
  supplierCode: z.string(),
  supplierNameEn: z.string().nullable(),
  supplierNameZh: z.string().nullable(),
  supplierPartNumber: z.string().nullable(),
  currency,
  priceBreaks: z.array(z.strictObject({ fromQuantity: z.int(), priceMinor: moneyMinor })),
  packSize: z.int(),
  minimumOrder: z.int(),
  leadTimeDays: z.int().nullable(),
  isPreferred: z.boolean(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
});
export type SupplierPartView = z.infer<typeof supplierPartView>;

export const fileView = z.strictObject({
  id,
  name: z.string(),
  mediaType: z.string(),
  isPicture: z.boolean(),
  sizeBytes: z.int(),
  sha256: z.string(),
  addedByName: z.string(),
  addedAt: z.iso.datetime(),
});
export type PartFileView = z.infer<typeof fileView>;

export const modelView = z.strictObject({
  id,
  model: z.string(),
  note: z.string().nullable(),
});
export type PartModelView = z.infer<typeof modelView>;
