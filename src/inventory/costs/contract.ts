/** The shapes in which cost and value are shown. Shapes only; amounts are minor units of `currency`. */
import { z } from 'zod';
import { currency, day, id } from '../../platform/scalars.ts';
import { costMethods } from './cost.rules.ts';

const names = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };

/** How a part is valued, and what all we own of it is worth. */
export const partCostView = z.strictObject({
  partId: id,
  partNumber: z.string(),
  ...names,
  method: z.enum(costMethods),
  standardMinor: z.int().nullable(),
  quantity: z.int(),
  valueMinor: z.int(),
  /** What one is worth now: the standard, the average rounded, else the part's own cost. */
  unitMinor: z.int().nullable(),
  currency,
});
export type PartCostView = z.infer<typeof partCostView>;

/** One change of a part's value. */
export const costChangeView = z.strictObject({
  seq: z.int(),
  kind: z.enum(['posting', 'revaluation', 'opening']),
  at: z.iso.datetime(),
  actorName: z.string(),
  reason: z.string().nullable(),
  entryId: id.nullable(),
  /** Why the stock moved; null for a revaluation. */
  entryKind: z.string().nullable(),
  document: z.string().nullable(),
  quantity: z.int(),
  valueMinor: z.int(),
  varianceMinor: z.int(),
  quantityAfter: z.int(),
  valueAfter: z.int(),
  method: z.enum(costMethods).nullable(),
  standardMinor: z.int().nullable(),
});
export type CostChangeView = z.infer<typeof costChangeView>;

/** What we owe a supplier for stock of his that was used; below zero where that was reversed. */
export const payableView = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime(),
  supplierId: id,
  supplierCode: z.string(),
  supplierNameEn: z.string().nullable(),
  supplierNameZh: z.string().nullable(),
  partId: id,
  partNumber: z.string(),
  ...names,
  quantity: z.int(),
  unitPriceMinor: z.int().nullable(),
  amountMinor: z.int().nullable(),
  currency: currency.nullable(),
  entryId: id,
  document: z.string().nullable(),
});
export type PayableView = z.infer<typeof payableView>;

export const closingView = z.strictObject({
  closedBefore: day,
  closedAt: z.iso.datetime(),
  closedByName: z.string(),
});
export type ClosingView = z.infer<typeof closingView>;
