/** The words the desks use with kits: shapes of what is shown and taken. Shapes only. */
import { z } from 'zod';
import { conditionCode } from '../inventory/contract.ts';
import { day, id, quantity, text } from '../platform/scalars.ts';

/** Pieces of a component for one kit, or of a part in one unit of equipment. */
export const perUnit = z.int().min(1).max(10_000);

export const componentInput = z.strictObject({
  partId: id,
  quantity: perUnit,
  isOptional: z.boolean().default(false),
  allowsSubstitutes: z.boolean().default(false),
});

const named = {
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
};

export const componentView = z.strictObject({
  ...named,
  tracking: z.enum(['none', 'lot', 'serial']),
  position: z.int(),
  quantity: z.int(),
  isOptional: z.boolean(),
  allowsSubstitutes: z.boolean(),
  isKit: z.boolean(),
});
export type ComponentView = z.infer<typeof componentView>;

export const kitView = z.strictObject({
  ...named,
  tracking: z.enum(['none', 'lot', 'serial']),
  /** 0 for a part that is no kit yet. */
  revision: z.int(),
  components: z.array(componentView),
  /** The kits it goes into. */
  usedIn: z.array(z.strictObject({ ...named, quantity: z.int() })),
  revisions: z.array(
    z.strictObject({
      revision: z.int(),
      note: z.string().nullable(),
      changedAt: z.iso.datetime(),
      changedByName: z.string(),
      components: z.array(
        z.strictObject({
          ...named,
          quantity: z.int(),
          isOptional: z.boolean(),
          allowsSubstitutes: z.boolean(),
        }),
      ),
    }),
  ),
});
export type KitView = z.infer<typeof kitView>;

export const kitChanged = z.strictObject({ partId: id, revision: z.int() });

/** What is on hand at a site, what can be built there now, and what ends it. */
export const siteBuildable = z.strictObject({
  siteId: id,
  siteCode: z.string(),
  /** Free kits in storage. */
  onHand: z.int(),
  buildable: z.int(),
  /** The components that are short for one more kit. */
  limits: z.array(
    z.strictObject({
      partId: id,
      partNumber: z.string(),
      /** Pieces missing for one more kit. */
      short: z.int(),
    }),
  ),
});
export type SiteBuildable = z.infer<typeof siteBuildable>;

export const demandRow = z.strictObject({
  ...named,
  isKit: z.boolean(),
  level: z.int(),
  quantity: z.int(),
  covered: z.int(),
  needed: z.int(),
});
export type DemandRow = z.infer<typeof demandRow>;

export const kitOrderKinds = ['build', 'break'] as const;

export const kitOrderSummary = z.strictObject({
  orderId: id,
  number: z.string(),
  kind: z.enum(kitOrderKinds),
  siteCode: z.string(),
  locationCode: z.string(),
  ...named,
  revision: z.int(),
  quantity: z.int(),
  hasMissing: z.boolean(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
});
export type KitOrderSummary = z.infer<typeof kitOrderSummary>;

export const kitOrderView = kitOrderSummary.extend({
  condition: conditionCode,
  lotNumber: z.string().nullable(),
  serialNumbers: z.array(z.string()),
  note: z.string().nullable(),
  entryId: id,
  scrapEntryId: id.nullable(),
  /** What the kits were worth when they were built or broken, in minor units. */
  valueMinor: z.int(),
  /** What was written off with missing components. */
  scrappedMinor: z.int(),
  currency: z.string(),
  lines: z.array(
    z.strictObject({
      kind: z.enum(['used', 'returned', 'missing']),
      ...named,
      /** The component it stood in for; null where it is the component itself. */
      forPartNumber: z.string().nullable(),
      quantity: z.int(),
      locationCode: z.string().nullable(),
      condition: conditionCode.nullable(),
      lotNumber: z.string().nullable(),
      serialNumber: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type KitOrderView = z.infer<typeof kitOrderView>;

export const kitOrderDone = z.strictObject({ orderId: id, number: z.string(), entryId: id });

const scanned = z.array(text(100)).max(500).default([]);

/** What is built, where it goes, and from where its components are taken. */
export const buildInput = z.strictObject({
  partId: id,
  /** Where the kits go. */
  locationId: id,
  quantity: z.int().min(1).max(10_000),
  condition: conditionCode.default('new'),
  /** Serial numbers of the kits themselves, and the lot. */
  serialNumbers: scanned,
  lotNumber: text(60).nullable().default(null),
  /** The last day of a lot of kits; the earliest of its components when not said. */
  expiresOn: day.nullable().default(null),
  /** Where components are taken; without any, the storage of the site and the place of the kits. */
  fromLocationIds: z.array(id).max(100).default([]),
  /** Serial numbers of the components that go in. */
  pieces: scanned,
  /** Lots to take from, where it must be these. */
  lots: z.array(text(60)).max(100).default([]),
  /** Optional components that are left out. */
  without: z.array(id).max(200).default([]),
  note: text(400).nullable().default(null),
});

export const returnedInput = z.strictObject({
  partId: id,
  /** All that is not named otherwise when not said; of an optional component nothing. */
  quantity: z.int().min(0).max(1_000_000_000).nullable().default(null),
  condition: conditionCode.default('good'),
  serialNumbers: scanned,
  lotNumber: text(60).nullable().default(null),
});

export const missingInput = z.strictObject({
  partId: id,
  quantity: z.int().min(0).max(1_000_000_000).default(0),
  reason: text(400).nullable().default(null),
  /** Which pieces, where it is known. */
  serialNumbers: scanned,
});

/** What is broken, from where, and what came out of it. */
export const breakInput = z.strictObject({
  partId: id,
  /** Where the kits lie. */
  locationId: id,
  quantity: z.int().min(1).max(10_000),
  /** The state of the kits; the first free ones when not said. */
  condition: conditionCode.nullable().default(null),
  serialNumbers: scanned,
  lotNumber: text(60).nullable().default(null),
  /** Where the components go; to the place of the kits when not said. */
  toLocationId: id.nullable().default(null),
  /** What came out; all required components in state `good` when none is named and none missing. */
  returned: z.array(returnedInput).max(500).default([]),
  missing: z.array(missingInput).max(200).default([]),
  note: text(400).nullable().default(null),
});

export const bomLineView = z.strictObject({
  /** Null for a part that fits the model but has no position yet. */
  lineId: id.nullable(),
  ...named,
  model: z.string(),
  position: z.string().nullable(),
  quantity: z.int().nullable(),
  note: z.string().nullable(),
  isRetired: z.boolean(),
  isKit: z.boolean(),
});
export type BomLineView = z.infer<typeof bomLineView>;

export const askedKits = z
  .array(z.strictObject({ partId: id, quantity }))
  .min(1)
  .max(500);
