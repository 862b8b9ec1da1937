/**
 * The words other rooms and the desks use with returns and repair: shapes of what is shown and what
 * is taken. Shapes only.
 */
import { z } from 'zod';
import { day, id, moneyMinor, text } from '../platform/scalars.ts';

/** One event that has an arrow now: allowed, or refused with the code that says why. */
const offeredEvent = z.strictObject({
  event: z.string(),
  allowed: z.boolean(),
  refusal: z.string().nullable(),
});

const stated = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const coverageView = z.strictObject({
  entitlement: z.enum(['refund', 'exchange', 'repair', 'paid']),
  tier: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  dayNumber: z.int().nullable(),
  reasons: z.array(stated),
});
export type CoverageView = z.infer<typeof coverageView>;

const named = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };

export const lineSummary = z.strictObject({
  lineId: id,
  code: z.string(),
  rmaNumber: z.string(),
  siteId: id,
  siteCode: z.string(),
  customerId: id,
  customerNameEn: z.string().nullable(),
  customerNameZh: z.string().nullable(),
  serialNumber: z.string(),
  partId: id,
  partNumber: z.string(),
  ...named,
  top: z.string(),
  inbound: z.string(),
  remedy: z.string(),
  outbound: z.string(),
  money: z.string(),
  hold: z.string(),
  jobNumber: z.string().nullable(),
  jobState: z.string().nullable(),
  receivedAt: z.iso.datetime().nullable(),
  promisedOn: day.nullable(),
  validUntil: day,
  createdAt: z.iso.datetime(),
});
export type LineSummary = z.infer<typeof lineSummary>;

export const shipmentView = z.strictObject({
  number: z.string(),
  boxNumber: z.string(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  packedAt: z.iso.datetime(),
  shippedAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
});

export const timelineRow = z.strictObject({
  at: z.iso.datetime(),
  command: z.string(),
  actorName: z.string(),
});

export const usedPart = z.strictObject({
  usageId: z.string(),
  partId: id,
  partNumber: z.string(),
  ...named,
  quantity: z.int(),
  serialNumber: z.string().nullable(),
  fromLocation: z.string(),
  usedByName: z.string(),
  usedAt: z.iso.datetime(),
});

export const recordedFault = z.strictObject({
  faultCode: z.string(),
  kind: z.string(),
  nameEn: z.string(),
  nameZh: z.string(),
  note: z.string().nullable(),
  recordedByName: z.string(),
  recordedAt: z.iso.datetime(),
});

export const recordedTest = z.strictObject({
  stepId: id,
  nameEn: z.string(),
  nameZh: z.string(),
  phase: z.enum(['diagnosis', 'final']),
  cycle: z.int(),
  result: z.enum(['pass', 'fail']),
  note: z.string().nullable(),
  testedByName: z.string(),
  testedAt: z.iso.datetime(),
});

export const lineView = lineSummary.extend({
  version: z.int(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  shipTo: z.string(),
  locale: z.enum(['en', 'zh-CN']),
  faultDescription: z.string(),
  accessories: z.array(z.string()),
  arrivedSerial: z.string().nullable(),
  coverage: coverageView,
  chargeMinor: moneyMinor.nullable(),
  chargeCurrency: z.string().nullable(),
  chargeReference: z.string().nullable(),
  jobId: id.nullable(),
  events: z.array(offeredEvent),
  shipment: shipmentView.nullable(),
  usedParts: z.array(usedPart),
  faults: z.array(recordedFault),
  timeline: z.array(timelineRow),
  closedAt: z.iso.datetime().nullable(),
});
export type LineView = z.infer<typeof lineView>;

const testStepView = z.strictObject({
  stepId: id,
  nameEn: z.string(),
  nameZh: z.string(),
  isMandatory: z.boolean(),
  /** The newest result of the present phase and cycle. */
  result: z.enum(['pass', 'fail']).nullable(),
});

export const jobView = z.strictObject({
  jobId: id,
  number: z.string(),
  lineId: id,
  lineCode: z.string(),
  siteId: id,
  benchId: id.nullable(),
  benchCode: z.string().nullable(),
  technicianName: z.string().nullable(),
  state: z.string(),
  cycle: z.int(),
  version: z.int(),
  serialNumber: z.string(),
  partId: id,
  partNumber: z.string(),
  ...named,
  customerNameEn: z.string().nullable(),
  customerNameZh: z.string().nullable(),
  faultDescription: z.string(),
  coverage: coverageView,
  promisedOn: day.nullable(),
  steps: z.array(testStepView),
  tests: z.array(recordedTest),
  faults: z.array(recordedFault),
  usedParts: z.array(usedPart),
  events: z.array(offeredEvent),
  /** Earlier closed returns of this piece. */
  earlierVisits: z.array(z.strictObject({ code: z.string(), closedAt: z.iso.datetime() })),
});
export type JobView = z.infer<typeof jobView>;

export const faultCodeView = z.strictObject({
  code: z.string(),
  kind: z.enum(['symptom', 'cause', 'remedy']),
  nameEn: z.string(),
  nameZh: z.string(),
});

export const unitView = z.strictObject({
  serialUnitId: id,
  serialNumber: z.string(),
  partId: id,
  partNumber: z.string(),
  ...named,
  customerId: id,
  customerNameEn: z.string().nullable(),
  customerNameZh: z.string().nullable(),
  soldOn: day.nullable(),
  acceptedOn: day.nullable(),
  warrantyMonths: z.int(),
  lastRepairedOn: day.nullable(),
  coverage: coverageView.nullable(),
  openLineCode: z.string().nullable(),
});
export type UnitView = z.infer<typeof unitView>;

/** What every command on a line takes: which line, and the version the caller saw. */
export const lineInput = {
  lineId: id,
  /** The row version the caller looked at; null to act on whatever is there now. */
  version: z.int().min(1).nullable().default(null),
};

/** What every command on a job takes. */
export const jobInput = {
  jobId: id,
  version: z.int().min(1).nullable().default(null),
};

/** What every command on a line or a job answers. */
export const moved = z.strictObject({
  lineId: id,
  code: z.string(),
  version: z.int(),
  top: z.string(),
  inbound: z.string(),
  remedy: z.string(),
  outbound: z.string(),
  money: z.string(),
  hold: z.string(),
  jobId: id.nullable(),
  jobState: z.string().nullable(),
});
export type Moved = z.infer<typeof moved>;

export const note = text(400).nullable().default(null);
