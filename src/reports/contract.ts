/**
 * The words the desks use with the reports: what may be asked for and the shapes of the answers.
 * Shapes only. Quantities are base units, amounts minor units of the currency beside them.
 */
import { z } from 'zod';
import { conditionCode } from '../inventory/contract.ts';
import { currency, day, id, text } from '../platform/scalars.ts';
import { flowKinds, flowSplits, periodUnits } from './flow.rules.ts';
import { groupings } from './grouping.rules.ts';

const names = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };

/** What narrows a report of stock. */
export const stockWish = {
  /** Words of the part, in any order; dashes and blanks do not matter. */
  search: text(100, 0).default(''),
  partId: id.nullable().default(null),
  category: text(120).nullable().default(null),
  siteId: id.nullable().default(null),
  locationId: id.nullable().default(null),
  condition: conditionCode.nullable().default(null),
  ownerId: id.nullable().default(null),
  /** Everything posted up to and at this moment; null for now. */
  asOf: z.iso.datetime({ offset: true }).nullable().default(null),
};

/** What splits the inventory report into rows; none of them answers one row. */
export const groupBy = z.array(z.enum(groupings)).max(groupings.length).default(['part']);

/** An amount of one currency. */
export const amount = z.strictObject({ currency, valueMinor: z.int() });
export type Amount = z.infer<typeof amount>;

const quantities = {
  /** In sites; what is on the road is counted under `inTransit` alone. */
  onHand: z.int(),
  /** Promised to somebody; not known of a past moment. */
  allocated: z.int().nullable(),
  /** What may be promised; not known of a past moment. */
  available: z.int().nullable(),
  inTransit: z.int(),
};

/** One row of the inventory report; what it was not split by is null. */
export const inventoryRow = z.strictObject({
  partId: id.nullable(),
  partNumber: z.string().nullable(),
  ...names,
  category: z.string().nullable(),
  siteCode: z.string().nullable(),
  siteNameEn: z.string().nullable(),
  siteNameZh: z.string().nullable(),
  locationCode: z.string().nullable(),
  condition: conditionCode.nullable(),
  ownerCode: z.string().nullable(),
  ownerNameEn: z.string().nullable(),
  ownerNameZh: z.string().nullable(),
  lotNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  boxNumber: z.string().nullable(),
  ...quantities,
  /** Of our own stock; null for whoever may not see values. */
  valueMinor: z.int().nullable(),
  currency: currency.nullable(),
  /** When something last came into one of its piles. */
  lastInAt: z.iso.datetime().nullable(),
});
export type InventoryRow = z.infer<typeof inventoryRow>;

/** The sums of a whole report, not of the page. */
export const inventorySums = z.strictObject({ ...quantities, values: z.array(amount).nullable() });
export type InventorySums = z.infer<typeof inventorySums>;

/** What narrows the transaction report. Days are UTC, both included. */
export const transactionWish = {
  search: text(100, 0).default(''),
  fromDay: day.nullable().default(null),
  untilDay: day.nullable().default(null),
  partId: id.nullable().default(null),
  siteId: id.nullable().default(null),
  locationId: id.nullable().default(null),
  kind: text(40).nullable().default(null),
  actorId: id.nullable().default(null),
  document: text(120).nullable().default(null),
  serialNumber: text(100).nullable().default(null),
  condition: conditionCode.nullable().default(null),
  /** Movements older than this one: the `seq` of the last row seen. */
  before: z.int().min(1).nullable().default(null),
};

/** One movement with everything that explains it. */
export const transactionRow = z.strictObject({
  seq: z.int(),
  entryId: id,
  kind: z.string(),
  postedAt: z.iso.datetime(),
  effectiveAt: z.iso.datetime(),
  actorId: id,
  actorName: z.string(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
  partId: id,
  partNumber: z.string(),
  ...names,
  quantity: z.int(),
  serialNumber: z.string().nullable(),
  lotNumber: z.string().nullable(),
  ownerCode: z.string(),
  fromSite: z.string().nullable(),
  fromLocation: z.string(),
  fromCondition: conditionCode,
  fromBefore: z.int(),
  fromAfter: z.int(),
  toSite: z.string().nullable(),
  toLocation: z.string(),
  toCondition: conditionCode,
  toBefore: z.int(),
  toAfter: z.int(),
  /** What it added to the value of our stock; null where it changed none, or to whoever may not see it. */
  valueMinor: z.int().nullable(),
  currency: currency.nullable(),
});
export type TransactionRow = z.infer<typeof transactionRow>;

/** A part that is spelt nearly as what was searched. */
export const nearPart = z.strictObject({ partId: id, partNumber: z.string(), ...names });
export type NearPart = z.infer<typeof nearPart>;

/** What the report of a period asks. Days are UTC, both included. */
export const flowWish = {
  kind: z.enum(flowKinds).default('receipts'),
  unit: z.enum(periodUnits).default('month'),
  fromDay: day,
  untilDay: day,
  splitBy: z.enum(flowSplits).default('none'),
  siteId: id.nullable().default(null),
  category: text(120).nullable().default(null),
  partId: id.nullable().default(null),
};

/** What came in and went out of sites in one period. */
export const flowRow = z.strictObject({
  /** The first day of the period. */
  startsOn: day,
  period: z.string(),
  siteCode: z.string().nullable(),
  category: z.string().nullable(),
  lines: z.int(),
  quantityIn: z.int(),
  quantityOut: z.int(),
  /** What the value of our stock rose by; stock that moves between our sites keeps its value. */
  valueInMinor: z.int().nullable(),
  valueOutMinor: z.int().nullable(),
  currency: currency.nullable(),
});
export type FlowRow = z.infer<typeof flowRow>;

/** How the value of our stock changed in a period, by part or category. */
export const valueChangeRow = z.strictObject({
  partId: id.nullable(),
  partNumber: z.string().nullable(),
  ...names,
  category: z.string().nullable(),
  currency,
  openingMinor: z.int(),
  inMinor: z.int(),
  outMinor: z.int(),
  /** By a new method or a new cost of one piece. */
  revaluedMinor: z.int(),
  closingMinor: z.int(),
  /** What it really cost beyond what was booked; no part of the value. */
  varianceMinor: z.int(),
});
export type ValueChangeRow = z.infer<typeof valueChangeRow>;

/** How long stock has been lying in its site, in five classes of days, the youngest first. */
export const ageingRow = z.strictObject({
  partId: id.nullable(),
  partNumber: z.string().nullable(),
  ...names,
  category: z.string().nullable(),
  siteCode: z.string().nullable(),
  onHand: z.int(),
  quantities: z.array(z.int()),
  valueMinor: z.int().nullable(),
  values: z.array(z.int()).nullable(),
  currency: currency.nullable(),
  /** When the oldest of it came into its site. */
  oldestAt: z.iso.datetime(),
});
export type AgeingRow = z.infer<typeof ageingRow>;

/** Stock that has not left its site for long. */
export const slowRow = z.strictObject({
  partId: id,
  partNumber: z.string(),
  ...names,
  category: z.string().nullable(),
  siteCode: z.string(),
  onHand: z.int(),
  valueMinor: z.int().nullable(),
  currency: currency.nullable(),
  /** When some of it was last issued, delivered or sent away; null for never. */
  lastOutAt: z.iso.datetime().nullable(),
  lastInAt: z.iso.datetime().nullable(),
  /** Whole days since the last time out, else since it first came in. */
  days: z.int(),
});
export type SlowRow = z.infer<typeof slowRow>;
