/**
 * The words other rooms and the desks use with receiving: shapes of what it shows and what it takes.
 * Shapes only; no rule and no table.
 */
import { z } from 'zod';
import { conditionCode, paging, trackingKind } from '../inventory/contract.ts';
import { day, id, quantity, text } from '../platform/scalars.ts';
import { discrepancyKinds, outcomes } from './discrepancy.vocabulary.ts';

export { paging };

const moment = z.iso.datetime();
const named = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };

export const discrepancyKind = z.enum(discrepancyKinds);
export const outcome = z.enum(outcomes);

/** Pieces with their numbers, or so many of a lot or of a plain part. */
export const countedLine = z.strictObject({
  partId: id,
  quantity,
  serialNumbers: z.array(text(100)).max(500).default([]),
  lotNumber: text(60).nullable().default(null),
  expiresOn: day.nullable().default(null),
});

/** A filed discrepancy, as an answer names it. */
export const filed = z.strictObject({ id, number: z.string(), kind: discrepancyKind });

/** An order that was served from what came in: do not put it away. */
export const fedOrder = z.strictObject({
  orderId: id,
  orderNumber: z.string(),
  partId: id,
  quantity: z.int(),
});

export const receivedGoods = z.strictObject({
  receiptId: id,
  number: z.string(),
  entryId: id.nullable(),
  accepted: z.int(),
  quarantined: z.int(),
  discrepancies: z.array(filed),
  fed: z.array(fedOrder),
});
export type ReceivedGoods = z.infer<typeof receivedGoods>;

/** Goods on their way to a site: one shipment, or what a supplier promised. */
export const arrivalView = z.strictObject({
  kind: z.enum(['shipment', 'purchase', 'repair']),
  /** Null for what a supplier or a repair promised. */
  shipmentId: id.nullable(),
  number: z.string(),
  siteId: id,
  siteCode: z.string(),
  fromSiteCode: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  boxes: z.int(),
  lines: z.int(),
  expected: z.int(),
  received: z.int(),
  promisedAt: moment.nullable(),
  isOverdue: z.boolean(),
});
export type ArrivalView = z.infer<typeof arrivalView>;

export const arrivalLine = z.strictObject({
  shipmentLineId: id,
  partId: id,
  partNumber: z.string(),
  ...named,
  tracking: trackingKind,
  unitOfMeasure: z.string(),
  serialNumber: z.string().nullable(),
  lotNumber: z.string().nullable(),
  condition: conditionCode,
  boxId: id.nullable(),
  boxNumber: z.string().nullable(),
  expected: z.int(),
  received: z.int(),
  lost: z.int(),
  missing: z.int(),
  orderNumber: z.string().nullable(),
  destinationCode: z.string().nullable(),
});
export type ArrivalLine = z.infer<typeof arrivalLine>;

export const arrivalDetail = z.strictObject({
  shipmentId: id,
  number: z.string(),
  state: z.string(),
  siteId: id.nullable(),
  siteCode: z.string().nullable(),
  fromSiteCode: z.string(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  promisedAt: moment.nullable(),
  shippedAt: moment.nullable(),
  isOverdue: z.boolean(),
  /** Whether the reader may receive it as it is addressed. */
  isForReader: z.boolean(),
  lines: z.array(arrivalLine),
  boxes: z.array(
    z.strictObject({ boxId: id, boxNumber: z.string(), expected: z.int(), missing: z.int() }),
  ),
  receipts: z.array(
    z.strictObject({ id, number: z.string(), receivedByName: z.string(), receivedAt: moment }),
  ),
});
export type ArrivalDetail = z.infer<typeof arrivalDetail>;

export const receiptView = z.strictObject({
  id,
  number: z.string(),
  siteId: id,
  siteCode: z.string(),
  kind: z.string(),
  document: z.string().nullable(),
  documentNumber: z.string().nullable(),
  sender: z.string().nullable(),
  note: z.string().nullable(),
  receivedByName: z.string(),
  receivedAt: moment,
  lines: z.int(),
  pieces: z.int(),
  openDiscrepancies: z.int(),
});
export type ReceiptView = z.infer<typeof receiptView>;

export const receiptLineView = z.strictObject({
  id,
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  tracking: trackingKind,
  quantity: z.int(),
  condition: conditionCode,
  locationCode: z.string(),
  lotNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  serialNumbers: z.array(z.string()),
  boxNumber: z.string().nullable(),
  entryId: id,
  receivedAt: moment,
});
export type ReceiptLineView = z.infer<typeof receiptLineView>;

/** What may be decided now; a decision that is not allowed says why. */
export const offeredOutcome = z.strictObject({
  outcome,
  allowed: z.boolean(),
  refusal: z.string().nullable(),
});

export const discrepancyView = z.strictObject({
  id,
  number: z.string(),
  kind: discrepancyKind,
  state: z.enum(['open', 'resolved']),
  version: z.int(),
  siteId: id,
  siteCode: z.string(),
  fromSiteCode: z.string().nullable(),
  receiptId: id.nullable(),
  receiptNumber: z.string().nullable(),
  document: z.string().nullable(),
  documentNumber: z.string().nullable(),
  partId: id.nullable(),
  partNumber: z.string().nullable(),
  ...named,
  expectedPartNumber: z.string().nullable(),
  quantity: z.int(),
  settled: z.int(),
  open: z.int(),
  serialNumber: z.string().nullable(),
  lotNumber: z.string().nullable(),
  locationCode: z.string().nullable(),
  locationSiteCode: z.string().nullable(),
  intendedCondition: conditionCode.nullable(),
  note: z.string().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  reportedByName: z.string(),
  createdAt: moment,
  closedAt: moment.nullable(),
});
export type DiscrepancyView = z.infer<typeof discrepancyView>;

export const settlementView = z.strictObject({
  outcome,
  quantity: z.int(),
  reason: z.string(),
  entryId: id.nullable(),
  settledByName: z.string(),
  settledAt: moment,
});
export type SettlementView = z.infer<typeof settlementView>;

/** Stock at a dock, and where it had better lie. */
export const toPutAway = z.strictObject({
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  tracking: trackingKind,
  siteId: id,
  siteCode: z.string(),
  locationId: id,
  locationCode: z.string(),
  condition: conditionCode,
  lotNumber: z.string().nullable(),
  /** What may be put away: nobody is waiting for it. */
  free: z.int(),
  /** What is meant for orders and stays here until it is picked. */
  promised: z.int(),
  orderNumbers: z.array(z.string()),
  serialNumbers: z.array(z.string()),
  binId: id.nullable(),
  binCode: z.string().nullable(),
  /** `same-part`: more of it lies there; `empty`: nothing does; `any`: the first by the walking order. */
  because: z.enum(['same-part', 'empty', 'any']).nullable(),
});
export type ToPutAway = z.infer<typeof toPutAway>;
