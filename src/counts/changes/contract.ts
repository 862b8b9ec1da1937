/** The words the desks use with adjustments and scrapping: shapes of what is shown and taken. */
import { z } from 'zod';
import { stockLineInput } from '../../inventory/contract.ts';
import { id, text } from '../../platform/scalars.ts';
import { offeredEvent } from '../offered-event.ts';
import { changeKinds } from './stock-change.vocabulary.ts';

export const changeKind = z.enum(changeKinds);
export const reasonCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/);

export const reasonView = z.strictObject({
  code: z.string(),
  kind: changeKind,
  nameEn: z.string(),
  nameZh: z.string(),
  isActive: z.boolean(),
});
export type ReasonView = z.infer<typeof reasonView>;

/** What is wished: stock as people say it, why, and words of their own. */
export const changeInput = stockLineInput.extend({
  reasonCode,
  note: text(400).nullable().default(null),
});

export const changeSummary = z.strictObject({
  changeId: id,
  number: z.string(),
  kind: changeKind,
  direction: z.enum(['up', 'down']),
  siteCode: z.string(),
  locationCode: z.string(),
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  condition: z.string(),
  lotNumber: z.string().nullable(),
  quantity: z.int(),
  serialNumbers: z.array(z.string()),
  reasonCode: z.string(),
  reasonEn: z.string(),
  reasonZh: z.string(),
  /** At cost; null where the part has none. */
  valueMinor: z.int().nullable(),
  currency: z.string(),
  state: z.string(),
  requestedAt: z.iso.datetime(),
  requestedByName: z.string(),
  decidedAt: z.iso.datetime().nullable(),
  decidedByName: z.string().nullable(),
});
export type ChangeSummary = z.infer<typeof changeSummary>;

export const proofSummary = z.strictObject({
  proofId: id,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  addedAt: z.iso.datetime(),
  addedByName: z.string(),
});

/** Everything a scrap certificate or an adjustment record says. */
export const changeView = changeSummary.extend({
  version: z.int(),
  note: z.string().nullable(),
  decisionNote: z.string().nullable(),
  entryId: id.nullable(),
  /** Whether the reader asked for it himself. */
  isOwn: z.boolean(),
  proofs: z.array(proofSummary),
  events: z.array(offeredEvent),
});
export type ChangeView = z.infer<typeof changeView>;

export const changeMoved = z.strictObject({
  changeId: id,
  number: z.string(),
  version: z.int(),
  state: z.string(),
});

/** A photo or paper: its bytes, base64. */
export const proofInput = {
  fileName: text(200).nullable().default(null),
  contentBase64: z.base64().max(7_100_000).nullable().default(null),
};
