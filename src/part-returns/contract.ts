/**
 * The words desks use with returns of parts: shapes of what is shown and what is taken. Shapes only.
 */
import { z } from 'zod';
import { conditionCode, paging, trackingKind } from '../inventory/contract.ts';
import { currency, id, moneyMinor, quantity, text } from '../platform/scalars.ts';
import { returnStates } from './return.vocabulary.ts';

export { paging };

const named = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };
const moment = z.iso.datetime();

/** What to list on a return: an obligation, or stock that lies in a place. */
export const listedGoods = z.strictObject({
  /** Defective parts that are owed; each is listed whole. */
  owedReturnIds: z.array(id).max(200).default([]),
  stock: z
    .array(
      z.strictObject({
        locationId: id,
        partId: id,
        condition: conditionCode.default('new'),
        quantity,
        serialNumbers: z.array(text(100)).max(500).default([]),
        lotNumber: text(60).nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
});
export type ListedGoods = z.output<typeof listedGoods>;

/** Which return, and the version the caller saw; null to act on whatever is there now. */
export const returnInput = {
  returnId: id,
  version: z.int().min(1).nullable().default(null),
};

/** What every command on a return answers. */
export const movedReturn = z.strictObject({
  returnId: id,
  number: z.string(),
  state: z.enum(returnStates),
  version: z.int(),
});
export type MovedReturn = z.infer<typeof movedReturn>;

/** What a vendor or repairer credits for a defective part. */
export const credit = z.strictObject({
  minor: moneyMinor,
  currency,
  reference: text(100).nullable().default(null),
});

export const returnSummary = z.strictObject({
  returnId: id,
  number: z.string(),
  state: z.enum(returnStates),
  siteId: id,
  siteCode: z.string(),
  toSiteId: id.nullable(),
  toSiteCode: z.string().nullable(),
  toPartyCode: z.string().nullable(),
  document: z.string().nullable(),
  shipmentId: id.nullable(),
  shipmentNumber: z.string().nullable(),
  lines: z.int(),
  pieces: z.int(),
  defectives: z.int(),
  onTheWay: z.int(),
  toInspect: z.int(),
  createdByName: z.string(),
  createdAt: moment,
  sentAt: moment.nullable(),
  closedAt: moment.nullable(),
});
export type ReturnSummary = z.infer<typeof returnSummary>;

export const returnLineView = z.strictObject({
  lineId: id,
  owedReturnId: id.nullable(),
  owedNumber: z.string().nullable(),
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  tracking: trackingKind,
  condition: conditionCode,
  travelCondition: conditionCode,
  locationCode: z.string(),
  lotNumber: z.string().nullable(),
  serialNumber: z.string().nullable(),
  quantity: z.int(),
  listed: z.int(),
  handed: z.int(),
  onTheWay: z.int(),
  arrived: z.int(),
  lost: z.int(),
  inspected: z.int(),
  toInspect: z.int(),
  /** Where what came in was put, as far as the receipt says it. */
  arrivedAtCode: z.string().nullable(),
});
export type ReturnLineView = z.infer<typeof returnLineView>;

export const returnView = returnSummary.extend({
  version: z.int(),
  note: z.string().nullable(),
  contents: z.array(returnLineView),
  inspections: z.array(
    z.strictObject({
      partNumber: z.string(),
      serialNumber: z.string().nullable(),
      quantity: z.int(),
      found: z.string(),
      locationCode: z.string().nullable(),
      note: z.string().nullable(),
      inspectedByName: z.string(),
      inspectedAt: moment,
    }),
  ),
  events: z.array(
    z.strictObject({ event: z.string(), allowed: z.boolean(), refusal: z.string().nullable() }),
  ),
});
export type ReturnView = z.infer<typeof returnView>;

/** A pile in the keeping of a person, and how much of it nobody needs. */
export const keptPile = z.strictObject({
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  tracking: trackingKind,
  locationId: id,
  locationCode: z.string(),
  siteId: id,
  condition: conditionCode,
  lotNumber: z.string().nullable(),
  expiresOn: z.string().nullable(),
  onHand: z.int(),
  held: z.int(),
  /** Free, usable and above what the place keeps as its maximum. */
  spare: z.int(),
  serialNumbers: z.array(z.string()),
});
export type KeptPile = z.infer<typeof keptPile>;

/** One part in the keeping of a person over a period. */
export const keptPart = z.strictObject({
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  opening: z.int(),
  issued: z.int(),
  removed: z.int(),
  used: z.int(),
  returned: z.int(),
  adjusted: z.int(),
  held: z.int(),
});
export type KeptPart = z.infer<typeof keptPart>;
