/**
 * The words the desks use with counts: shapes of what is shown and what is taken. What a counter sees
 * holds no expected quantity; differences are there for those who decide. Shapes only.
 */
import { z } from 'zod';
import { conditionCode } from '../inventory/contract.ts';
import { id, moneyMinor, quantityMax, text } from '../platform/scalars.ts';
import { abcClasses } from './abc.rules.ts';
import { offeredEvent } from './offered-event.ts';
import { pieceOutcomes } from './verdict.rules.ts';

export type { ChangeSummary, ChangeView, ReasonView } from './changes/contract.ts';

/** How the bins of a count are chosen. */
export const choiceKinds = ['bins', 'site', 'zone', 'part', 'van', 'due'] as const;

const named = {
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
};

export const abcClass = z.enum(abcClasses);

export const countSummary = z.strictObject({
  countId: id,
  number: z.string(),
  siteId: id,
  siteCode: z.string(),
  kind: z.string(),
  note: z.string().nullable(),
  state: z.string(),
  bins: z.int(),
  binsDone: z.int(),
  binsLeft: z.int(),
  toRecount: z.int(),
  toApprove: z.int(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  closedAt: z.iso.datetime().nullable(),
});
export type CountSummary = z.infer<typeof countSummary>;

export const binSummary = z.strictObject({
  binId: id,
  locationId: id,
  locationCode: z.string(),
  partNumber: z.string().nullable(),
  state: z.string(),
  countedByName: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type BinSummary = z.infer<typeof binSummary>;

const pieceView = z.strictObject({
  serialNumber: z.string(),
  outcome: z.enum(pieceOutcomes),
  /** Where the books have it, when not here. */
  believedAt: z.string().nullable(),
});

export const differenceView = z.strictObject({
  lineId: id,
  locationCode: z.string(),
  ...named,
  lotNumber: z.string().nullable(),
  condition: z.string(),
  state: z.string(),
  counted: z.int(),
  expected: z.int(),
  difference: z.int(),
  valueMinor: z.int().nullable(),
  hasMoved: z.boolean(),
  countedByName: z.string(),
  countedAt: z.iso.datetime(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string().nullable(),
  entryId: id.nullable(),
  pieces: z.array(pieceView),
});
export type DifferenceView = z.infer<typeof differenceView>;

const accuracyView = z.strictObject({
  lines: z.int(),
  right: z.int(),
  /** Of a thousand lines; null without lines. */
  perMille: z.int().nullable(),
  netMinor: z.int(),
  grossMinor: z.int(),
  unvalued: z.int(),
});

export const countView = countSummary.extend({
  version: z.int(),
  document: z.string().nullable(),
  cancelReason: z.string().nullable(),
  closedByName: z.string().nullable(),
  events: z.array(offeredEvent),
  binRows: z.array(binSummary),
  binTotal: z.int(),
  /** Null while the count goes on and the reader does not decide on it: counting is blind. */
  differences: z.array(differenceView).nullable(),
  differenceTotal: z.int(),
  /** Whether the reader counted here himself and so may not approve. */
  isOwnCount: z.boolean(),
  /** Null until the count is closed. */
  accuracy: accuracyView.nullable(),
  timeline: z.array(
    z.strictObject({ at: z.iso.datetime(), command: z.string(), actorName: z.string() }),
  ),
});
export type CountView = z.infer<typeof countView>;

export const countedRow = z.strictObject({
  lineId: id,
  ...named,
  isSerial: z.boolean(),
  lotNumber: z.string().nullable(),
  condition: z.string(),
  counted: z.int(),
  serialNumbers: z.array(z.string()),
});
export type CountedRow = z.infer<typeof countedRow>;

/** What a counter sees of a bin: what he scanned, and in a recount what to look at. Nothing expected. */
export const binView = binSummary.extend({
  countId: id,
  countNumber: z.string(),
  siteCode: z.string(),
  pass: z.int(),
  isRecount: z.boolean(),
  isOwn: z.boolean(),
  countedRows: z.array(countedRow),
  toRecount: z.array(z.strictObject({ ...named, lotNumber: z.string().nullable() })),
  events: z.array(offeredEvent),
  binsDone: z.int(),
  bins: z.int(),
});
export type BinView = z.infer<typeof binView>;

/** What a command on a count answers. */
export const countMoved = z.strictObject({
  countId: id,
  number: z.string(),
  version: z.int(),
  state: z.string(),
});

/** What a command on a bin answers. */
export const binMoved = z.strictObject({
  countId: id,
  binId: id,
  state: z.string(),
  countState: z.string(),
});

/** What a scan answers: how many of it he has counted in this pass. */
export const scanned = z.strictObject({ lineId: id, partNumber: z.string(), counted: z.int() });

/** What commands on a count take; a program without the version leaves it out. */
export const countInput = { countId: id, version: z.int().nullable().default(null) };

/** A quantity that was counted; nothing is a number too. */
export const countedQuantity = z.int().min(0).max(quantityMax);

export const scannedCondition = conditionCode.nullable().default(null);
export const lotNumber = text(60).nullable().default(null);

export const toleranceView = z.strictObject({
  siteId: id.nullable(),
  siteCode: z.string().nullable(),
  pieces: countedQuantity,
  percent: z.int().min(0).max(100),
  valueMinor: moneyMinor,
  updatedByName: z.string(),
  updatedAt: z.iso.datetime(),
});
