/**
 * The words of requests for parts: shapes of what is asked for, decided and shown. Shapes only; no
 * rule and no table.
 */
import { z } from 'zod';
import { day, id, moneyMinor, quantity, quantityMax, text } from '../../platform/scalars.ts';

export const requestKinds = ['field-service', 'replenishment'] as const;
export const requestKind = z.enum(requestKinds);

export const requestStates = [
  'submitted',
  'approved',
  'partly-approved',
  'rejected',
  'cancelled',
  'fulfilled',
  'closed',
] as const;

/** 1 urgent, 2 high, 3 normal, 4 low. */
const priority = z.int().min(1).max(4);

/** What a requester fills in. */
export const requestInput = z.strictObject({
  kind: requestKind.default('field-service'),
  /** Null: the van of whoever asks. */
  destinationId: id.nullable().default(null),
  /** Opaque reference of the job, `<kind>:<id>`, and the number people know; both null for none. */
  document: z
    .string()
    .regex(/^[a-z][a-z-]{0,30}:[0-9a-zA-Z-]{1,60}$/)
    .nullable()
    .default(null),
  documentNumber: text(60).nullable().default(null),
  priority: priority.default(3),
  neededBy: day.nullable().default(null),
  shipTo: text(300).nullable().default(null),
  note: text(1000).nullable().default(null),
  lines: z
    .array(z.strictObject({ partId: id, quantity }))
    .min(1)
    .max(100),
});
export type RequestInput = z.output<typeof requestInput>;

/** What a command on a request answers. */
export const requestMoved = z.strictObject({
  requestId: id,
  number: z.string(),
  version: z.int(),
  state: z.enum(requestStates),
  orderNumber: z.string().nullable(),
});
export type RequestMoved = z.infer<typeof requestMoved>;

/** Which request, and the version the sender saw. */
export const requestKey = { requestId: id, version: z.int().min(1).nullable().default(null) };

export const decisionInput = z.strictObject({
  lineId: id,
  approved: z.int().min(0).max(quantityMax),
  /** Needed where less is approved than was asked for. */
  reason: text(300).nullable().default(null),
});

const moment = z.iso.datetime();

export const requestSummary = z.strictObject({
  id,
  number: z.string(),
  kind: requestKind,
  state: z.enum(requestStates),
  siteId: id,
  siteCode: z.string(),
  destinationId: id,
  destinationCode: z.string(),
  documentNumber: z.string().nullable(),
  priority,
  neededBy: moment.nullable(),
  requestedById: id,
  requestedByName: z.string(),
  createdAt: moment,
  valueMinor: moneyMinor,
  isValueKnown: z.boolean(),
  currency: z.string().nullable(),
  lineCount: z.int(),
  pieceCount: z.int(),
  /** The first parts by number, so that a list tells what it is about. */
  partNumbers: z.array(z.string()),
});
export type RequestSummary = z.infer<typeof requestSummary>;

/** Stock that is promised to a line, and how far it has come. */
export const promiseView = z.strictObject({
  allocationId: id,
  state: z.enum(['held', 'picked', 'shipped', 'received']),
  partId: id,
  partNumber: z.string(),
  quantity: z.int(),
  covers: z.int(),
  received: z.int(),
  lost: z.int(),
  siteCode: z.string(),
  locationCode: z.string(),
  promisedAt: moment.nullable(),
});
export type PromiseView = z.infer<typeof promiseView>;

export const requestLineView = z.strictObject({
  id,
  line: z.int(),
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  unitOfMeasure: z.string(),
  costMinor: moneyMinor.nullable(),
  currency: z.string(),
  quantity: z.int(),
  approved: z.int().nullable(),
  reason: z.string().nullable(),
  /** Pieces of the line by where they are now; together they are `quantity`. */
  undecided: z.int(),
  refused: z.int(),
  cancelled: z.int(),
  waiting: z.int(),
  allocated: z.int(),
  picked: z.int(),
  inTransit: z.int(),
  received: z.int(),
  /** How many can still be taken back. */
  cancellable: z.int(),
  promises: z.array(promiseView),
});
export type RequestLineView = z.infer<typeof requestLineView>;

export const requestView = requestSummary.extend({
  version: z.int(),
  document: z.string().nullable(),
  shipTo: z.string().nullable(),
  note: z.string().nullable(),
  decidedById: id.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: moment.nullable(),
  isDecidedByPolicy: z.boolean(),
  decisionReason: z.string().nullable(),
  closedAt: moment.nullable(),
  orderId: id.nullable(),
  orderNumber: z.string().nullable(),
  lines: z.array(requestLineView),
  events: z.array(
    z.strictObject({ event: z.string(), allowed: z.boolean(), refusal: z.string().nullable() }),
  ),
  timeline: z.array(z.strictObject({ at: moment, command: z.string(), actorName: z.string() })),
});
export type RequestView = z.infer<typeof requestView>;
