/**
 * The words other rooms and the desks use with the inventory: shapes of what it shows and what it
 * takes. Shapes only; no rule and no table.
 */
import { z } from 'zod';
import { day, id, quantity, text } from '../platform/scalars.ts';
import { conditions } from './ledger/posting.rules.ts';

export {
  type CustomFieldView,
  type CustomValueView,
  customFieldKinds,
} from './parts/fields/field-views.ts';
export {
  lifeCycles,
  type PartFileView,
  type PartListRow,
  type PartModelView,
  type PartView,
  type RelationView,
  type SupplierPartView,
} from './parts/part-views.ts';

import { owedStates } from './returns/owed.vocabulary.ts';

export const conditionCode = z.enum(conditions);
export const trackingKind = z.enum(['none', 'lot', 'serial']);
const siteLocationKinds = ['dock', 'storage', 'bench', 'van', 'quarantine', 'shipping'] as const;
/** Zones group the others and hold no stock themselves. */
export const locationKinds = [...siteLocationKinds, 'zone'] as const;
export const partyKinds = ['customer', 'supplier', 'repairer'] as const;

/** A code that a label can carry: printable ASCII without blanks. */
export const labelCode = z.string().regex(/^[\x21-\x7e]{1,40}$/);

/** A name in at least one of the two languages. */
const names = { nameEn: text(200).nullable(), nameZh: text(200).nullable() };

/** One page of a list; `page` counts from 1. */
export const paging = {
  page: z.int().min(1).max(100_000).default(1),
  limit: z.int().min(1).max(200).default(50),
};

export const siteView = z.strictObject({
  id,
  code: z.string(),
  ...names,
  address: z.string().nullable(),
  phone: z.string().nullable(),
});

export const locationView = z.strictObject({
  id,
  code: z.string(),
  kind: z.string(),
  siteId: id.nullable(),
  siteCode: z.string().nullable(),
});

export const partyView = z.strictObject({
  id,
  code: z.string(),
  kind: z.string(),
  ...names,
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  locale: z.enum(['en', 'zh-CN']),
});
export type PartyView = z.infer<typeof partyView>;

export const stockRow = z.strictObject({
  bucketId: id,
  partId: id,
  partNumber: z.string(),
  ...names,
  siteCode: z.string().nullable(),
  locationCode: z.string(),
  locationKind: z.string(),
  lotNumber: z.string().nullable(),
  /** The last day the lot may be used. */
  expiresOn: day.nullable(),
  isExpired: z.boolean(),
  condition: conditionCode,
  ownerId: id,
  /** False for consignment and for what belongs to customers. */
  isOurs: z.boolean(),
  ownerCode: z.string(),
  ownerNameEn: z.string().nullable(),
  ownerNameZh: z.string().nullable(),
  boxNumber: z.string().nullable(),
  onHand: z.int(),
  reserved: z.int(),
  /** What may be promised: the condition and the place allow it, it has not expired, nobody holds it. */
  available: z.int(),
  /** What keeps it from being promised, first things first; null where some is available. */
  blockedBy: z.enum(['condition', 'place', 'expired', 'held']).nullable(),
  serialNumbers: z.array(z.string()),
});
export type StockRow = z.infer<typeof stockRow>;

/** Who holds how much of a pile, and since when. */
export const holdRow = z.strictObject({
  holdId: id,
  document: z.string(),
  quantity: z.int(),
  serialNumber: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});
export type HoldRow = z.infer<typeof holdRow>;

export const movementRow = z.strictObject({
  seq: z.int(),
  entryId: id,
  kind: z.string(),
  postedAt: z.iso.datetime(),
  effectiveAt: z.iso.datetime(),
  actorName: z.string(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
  partId: id,
  partNumber: z.string(),
  ...names,
  quantity: z.int(),
  serialNumber: z.string().nullable(),
  fromLocation: z.string(),
  fromCondition: conditionCode,
  fromBefore: z.int(),
  fromAfter: z.int(),
  toLocation: z.string(),
  toCondition: conditionCode,
  toBefore: z.int(),
  toAfter: z.int(),
  ownerCode: z.string(),
  reversesId: id.nullable(),
  reversedById: id.nullable(),
  /** Whether a person may undo the entry by itself; what a document did is undone there. */
  isReversible: z.boolean(),
});
export type MovementRow = z.infer<typeof movementRow>;

export const defectiveReturnView = z.strictObject({
  id,
  number: z.string(),
  siteId: id,
  partId: id,
  partNumber: z.string(),
  ...names,
  quantity: z.int(),
  document: z.string(),
  faultCode: z.string().nullable(),
  owedById: id,
  owedByName: z.string(),
  state: z.enum(owedStates),
  dueOn: day,
  isOverdue: z.boolean(),
  /** Whole days after the due day; zero or less while it is not late. */
  daysLate: z.int(),
  serialNumber: z.string().nullable(),
  creditMinor: z.int().nullable(),
  creditCurrency: z.string().nullable(),
  creditReference: z.string().nullable(),
  closingReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  locationCode: z.string().nullable(),
});
export type DefectiveReturnView = z.infer<typeof defectiveReturnView>;

/** When something happened that is only told now; null for now. A label: it never reorders the ledger. */
export const effectiveInput = {
  effectiveAt: z.iso.datetime({ offset: true }).nullable().default(null),
};

/** Some of a pile that lies in a location, as a list shows it. */
export const pileChangeInput = {
  bucketId: id,
  quantity,
  serialNumbers: z.array(text(100)).max(500).default([]),
};

/** A quantity of a part in a place, as a person says it. */
export const stockLineInput = z.strictObject({
  partId: id,
  locationId: id,
  condition: conditionCode.default('new'),
  quantity,
  serialNumbers: z.array(text(100)).max(500).default([]),
  lotNumber: text(60).nullable().default(null),
  /** The last day the lot may be used; a known lot keeps the day it has. */
  expiresOn: day.nullable().default(null),
});
