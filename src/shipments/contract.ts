/**
 * The words other rooms and the desks use with shipments: shapes of what is shown and what is taken.
 * Shapes only.
 */
import { z } from 'zod';
import { conditionCode, paging, trackingKind } from '../inventory/contract.ts';
import { id, quantity, text } from '../platform/scalars.ts';

export { paging };

const named = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };
const moment = z.iso.datetime();

/** What a shipment carries and where to: one of four kinds. */
export const shipmentKinds = ['transfer', 'return', 'supplier-return', 'customer'] as const;

export const shipmentStates = [
  'packing',
  'in-transit',
  'partly-received',
  'received',
  'lost',
  'cancelled',
] as const;

/** Why less was found in a bin than was promised. */
export const shortReasons = ['missing', 'damaged', 'wrong-place'] as const;

/** One promise to be picked. */
export const pickRow = z.strictObject({
  allocationId: id,
  orderId: id,
  orderNumber: z.string(),
  priority: z.int(),
  neededBy: moment.nullable(),
  destinationCode: z.string(),
  toSiteId: id,
  toSiteCode: z.string(),
  locationId: id,
  locationCode: z.string(),
  partId: id,
  partNumber: z.string(),
  ...named,
  tracking: trackingKind,
  unitOfMeasure: z.string(),
  condition: conditionCode,
  quantity: z.int(),
  lotNumber: z.string().nullable(),
  serialNumber: z.string().nullable(),
});
export type PickRowView = z.infer<typeof pickRow>;

/** One scan in a bin: a piece by its serial number, or so many of a part. */
export const pickScan = z.strictObject({
  locationId: id,
  partId: id,
  quantity: quantity.default(1),
  serialNumber: text(100).nullable().default(null),
  lotNumber: text(60).nullable().default(null),
  /** The promise that is meant, when it has to be a particular one. */
  allocationId: id.nullable().default(null),
});

/** Where a missing rest is held now. */
export const elsewhere = z.strictObject({
  siteCode: z.string(),
  locationCode: z.string(),
  partNumber: z.string(),
  quantity: z.int(),
});

export type Elsewhere = z.infer<typeof elsewhere>;

/** What was picked and where it is now. */
export const pickedGoods = z.strictObject({
  allocationId: id,
  orderNumber: z.string(),
  partNumber: z.string(),
  quantity: z.int(),
  /** Null when it was handed over at its destination within the site. */
  shipmentId: id.nullable(),
  shipmentNumber: z.string().nullable(),
  destinationCode: z.string(),
});

/** What every command on a shipment takes: which one, and the version the caller saw. */
export const shipmentInput = {
  shipmentId: id,
  /** The version the caller looked at; null to act on whatever is there now. */
  version: z.int().min(1).nullable().default(null),
};

/** What every command on a shipment answers. */
export const movedShipment = z.strictObject({
  shipmentId: id,
  number: z.string(),
  state: z.enum(shipmentStates),
  version: z.int(),
});
export type MovedShipment = z.infer<typeof movedShipment>;

const offeredEvent = z.strictObject({
  event: z.string(),
  allowed: z.boolean(),
  refusal: z.string().nullable(),
});

export const shipmentSummary = z.strictObject({
  shipmentId: id,
  number: z.string(),
  kind: z.enum(shipmentKinds),
  state: z.enum(shipmentStates),
  fromSiteId: id,
  fromSiteCode: z.string(),
  toSiteId: id.nullable(),
  toSiteCode: z.string().nullable(),
  toLocationCode: z.string().nullable(),
  toPartyCode: z.string().nullable(),
  toPartyNameEn: z.string().nullable(),
  toPartyNameZh: z.string().nullable(),
  documentNumber: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  mode: z.string().nullable(),
  lines: z.int(),
  pieces: z.int(),
  unpackedPieces: z.int(),
  onTheWay: z.int(),
  boxes: z.int(),
  promisedAt: moment.nullable(),
  isOverdue: z.boolean(),
  createdAt: moment,
  shippedAt: moment.nullable(),
  closedAt: moment.nullable(),
});
export type ShipmentSummary = z.infer<typeof shipmentSummary>;

export const shipmentLineView = z.strictObject({
  lineId: id,
  source: z.string(),
  allocationId: id.nullable(),
  orderNumber: z.string().nullable(),
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  tracking: trackingKind,
  condition: conditionCode,
  quantity: z.int(),
  serialNumber: z.string().nullable(),
  lotNumber: z.string().nullable(),
  boxNumber: z.string().nullable(),
  isUnboxed: z.boolean(),
  isPacked: z.boolean(),
  pickedFromCode: z.string().nullable(),
  destinationCode: z.string().nullable(),
  shipped: z.int(),
  received: z.int(),
  lost: z.int(),
  onTheWay: z.int(),
});
export type ShipmentLineView = z.infer<typeof shipmentLineView>;

export const boxView = z.strictObject({
  boxNumber: z.string(),
  weightGrams: z.int().nullable(),
  pieces: z.int(),
  lines: z.int(),
});

export const lossView = z.strictObject({
  entryId: id,
  boxNumber: z.string().nullable(),
  pieces: z.int(),
  reason: z.string(),
  lostAt: moment,
  lostByName: z.string(),
  foundAt: moment.nullable(),
  foundByName: z.string().nullable(),
});

export const shipmentView = shipmentSummary.extend({
  version: z.int(),
  shipTo: z.string().nullable(),
  note: z.string().nullable(),
  laneId: id.nullable(),
  createdByName: z.string(),
  shippedByName: z.string().nullable(),
  contents: z.array(shipmentLineView),
  boxList: z.array(boxView),
  losses: z.array(lossView),
  events: z.array(offeredEvent),
  timeline: z.array(z.strictObject({ at: moment, command: z.string(), actorName: z.string() })),
});
export type ShipmentView = z.infer<typeof shipmentView>;

const slipEnd = z.strictObject({
  code: z.string(),
  ...named,
  contactName: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
});

/** What a packing slip says. */
export const shipmentSlip = z.strictObject({
  number: z.string(),
  issuedAt: moment,
  from: slipEnd,
  to: slipEnd,
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  promisedAt: moment.nullable(),
  boxes: z.array(boxView),
  contents: z.array(shipmentLineView),
});
export type ShipmentSlip = z.infer<typeof shipmentSlip>;
