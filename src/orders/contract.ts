/**
 * The words other rooms and the desks use with orders: shapes of what is shown and what is taken.
 * Shapes only.
 */
import { z } from 'zod';
import { id, text } from '../platform/scalars.ts';
import { reasonCodes } from './sourcing/sourcing.vocabulary.ts';

export const orderStates = [
  'open',
  'partly-fulfilled',
  'fulfilled',
  'closed',
  'cancelled',
] as const;

/** 1 urgent, 2 high, 3 normal, 4 low. */
export const priority = z.int().min(1).max(4);

/** Which order, and the version the caller saw; null when he does not care. */
export const orderInput = { orderId: id, version: z.int().min(1).nullable().default(null) };
export const noteInput = text(400).nullable().default(null);

const instant = z.iso.datetime();
const named = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };

/** Pieces of the ordered part by the stage they have reached. */
const progress = {
  quantity: z.int(),
  waiting: z.int(),
  allocated: z.int(),
  picked: z.int(),
  inTransit: z.int(),
  received: z.int(),
  cancelled: z.int(),
  lost: z.int(),
};

const allocatedView = z.strictObject({
  allocationId: id,
  orderId: id,
  orderLineId: id,
  partId: id,
  siteId: id,
  locationId: id,
  quantity: z.int(),
  covers: z.int(),
  promisedAt: instant.nullable(),
});

/** What an allocating command answers. */
export const allocatedOutput = z.strictObject({
  orderId: id,
  number: z.string(),
  state: z.enum(orderStates),
  version: z.int(),
  waiting: z.int(),
  allocated: z.array(allocatedView),
});
export type AllocatedOutput = z.infer<typeof allocatedOutput>;

const sourceReasonView = z.strictObject({
  code: z.enum(reasonCodes),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const sourceView = z.strictObject({
  rank: z.int(),
  kind: z.enum(['stock', 'repair', 'purchase', 'in-transit']),
  nearness: z.enum(['there-already', 'own-van', 'this-site', 'other-site', 'peer-van']),
  partId: id,
  partNumber: z.string(),
  siteId: id,
  siteCode: z.string(),
  locationId: id.nullable(),
  locationCode: z.string().nullable(),
  condition: z.string().nullable(),
  lotNumber: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** Pieces of the part it has to give. */
  free: z.int(),
  arriveAt: instant.nullable(),
  isOnTime: z.boolean(),
  isPromisable: z.boolean(),
  costMinor: z.int().nullable(),
  currency: z.string().nullable(),
  take: z.int(),
  covers: z.int(),
  reasons: z.array(sourceReasonView),
});
export type SourceView = z.infer<typeof sourceView>;

export const holderView = z.strictObject({
  document: z.string(),
  documentNumber: z.string().nullable(),
  orderId: id.nullable(),
  allocationId: id.nullable(),
  personName: z.string().nullable(),
  quantity: z.int(),
  priority: priority.nullable(),
  until: instant.nullable(),
  siteCode: z.string().nullable(),
  locationCode: z.string(),
  /** Whether it is held for something less urgent than the line that was asked for. */
  mayBeTaken: z.boolean(),
});
export type HolderView = z.infer<typeof holderView>;

export const orderSummary = z.strictObject({
  orderId: id,
  number: z.string(),
  kind: z.enum(['request', 'manual']),
  state: z.enum(orderStates),
  requestId: id.nullable(),
  requestNumber: z.string().nullable(),
  siteId: id,
  siteCode: z.string(),
  destinationId: id,
  destinationCode: z.string(),
  documentNumber: z.string().nullable(),
  priority,
  neededBy: instant.nullable(),
  requestedByName: z.string(),
  createdAt: instant,
  closedAt: instant.nullable(),
  lines: z.int(),
  ...progress,
});
export type OrderSummary = z.infer<typeof orderSummary>;

export const orderAllocationView = z.strictObject({
  allocationId: id,
  state: z.enum(['held', 'picked', 'shipped', 'received', 'released']),
  policy: z.enum(['automatic', 'manual', 'fed', 'taken-over']),
  partId: id,
  partNumber: z.string(),
  siteId: id,
  siteCode: z.string(),
  locationId: id,
  locationCode: z.string(),
  condition: z.string().nullable(),
  lotNumber: z.string().nullable(),
  serialNumber: z.string().nullable(),
  quantity: z.int(),
  covers: z.int(),
  received: z.int(),
  lost: z.int(),
  promisedAt: instant.nullable(),
  reasons: z.array(sourceReasonView),
  note: z.string().nullable(),
  createdAt: instant,
});
export type OrderAllocationView = z.infer<typeof orderAllocationView>;

export const orderLineView = z.strictObject({
  lineId: id,
  line: z.int(),
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  /** What the line's request had asked for and what of it was approved; null without a request. */
  requested: z.int().nullable(),
  approved: z.int().nullable(),
  ...progress,
  allocations: z.array(orderAllocationView),
});
export type OrderLineView = z.infer<typeof orderLineView>;

export const orderView = orderSummary.omit({ lines: true }).extend({
  version: z.int(),
  shipTo: z.string().nullable(),
  note: z.string().nullable(),
  events: z.array(
    z.strictObject({ event: z.string(), allowed: z.boolean(), refusal: z.string().nullable() }),
  ),
  lines: z.array(orderLineView),
  timeline: z.array(z.strictObject({ at: instant, command: z.string(), actorName: z.string() })),
});
export type OrderView = z.infer<typeof orderView>;

export const waitingLineView = z.strictObject({
  orderId: id,
  number: z.string(),
  lineId: id,
  partId: id,
  partNumber: z.string(),
  ...named,
  siteCode: z.string(),
  destinationCode: z.string(),
  priority,
  neededBy: instant.nullable(),
  requestedByName: z.string(),
  waiting: z.int(),
  createdAt: instant,
});
export type WaitingLineView = z.infer<typeof waitingLineView>;
