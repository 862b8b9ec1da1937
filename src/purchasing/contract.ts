/**
 * The words other rooms and the desks use with purchasing: shapes of what it shows and what it takes.
 * Shapes only; no rule and no table.
 */
import { z } from 'zod';
import { currency, day, id, moneyMinor, text } from '../platform/scalars.ts';
import { receivedGoods } from '../receipts/contract.ts';

const purchaseStates = [
  'draft',
  'sent',
  'confirmed',
  'partly-received',
  'received',
  'closed',
  'cancelled',
] as const;
const purchaseState = z.enum(purchaseStates);

/** Piles of work: what a buyer has to do something about. */
export const purchaseQueues = ['draft', 'open', 'overdue', 'ended', 'all'] as const;

const moment = z.iso.datetime();
const named = { nameEn: z.string().nullable(), nameZh: z.string().nullable() };

/** Which order, and the version the sender saw. */
export const purchaseKey = {
  purchaseOrderId: id,
  version: z.int().min(1).nullable().default(null),
};

/** What a command on an order answers. */
export const purchaseMoved = z.strictObject({
  purchaseOrderId: id,
  number: z.string(),
  version: z.int(),
  state: purchaseState,
});

/** The numbers a line was made of; pieces of the part. */
export const purchaseWhy = z.strictObject({
  waiting: z.int(),
  free: z.int(),
  road: z.int(),
  expected: z.int(),
  draft: z.int(),
  byHand: z.int(),
  needed: z.int(),
  isRaisedToMinimum: z.boolean(),
  isRaisedToPack: z.boolean(),
});
export type PurchaseWhy = z.infer<typeof purchaseWhy>;

/** What would be ordered of it, from whom. */
const offerView = z.strictObject({
  supplierId: id,
  supplierCode: z.string(),
  supplierNameEn: z.string().nullable(),
  supplierNameZh: z.string().nullable(),
  isPreferred: z.boolean(),
  currency,
  quantity: z.int(),
  isRaisedToMinimum: z.boolean(),
  isRaisedToPack: z.boolean(),
  packSize: z.int(),
  minimumOrder: z.int(),
  priceMinor: moneyMinor.nullable(),
  leadTimeDays: z.int().nullable(),
});

export const demandRow = z.strictObject({
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  siteId: id,
  siteCode: z.string(),
  waiting: z.int(),
  free: z.int(),
  road: z.int(),
  expected: z.int(),
  draft: z.int(),
  short: z.int(),
  byHand: z.int(),
  /** What is to be bought. */
  quantity: z.int(),
  /** Null where nobody sells it. */
  offer: offerView.nullable(),
  wishes: z.array(
    z.strictObject({
      orderId: id,
      orderNumber: z.string(),
      waiting: z.int(),
      short: z.int(),
      priority: z.int(),
      neededBy: moment.nullable(),
    }),
  ),
  handMade: z.array(
    z.strictObject({
      demandId: id,
      open: z.int(),
      reason: z.string(),
      neededBy: day.nullable(),
      createdByName: z.string(),
    }),
  ),
});
export type DemandRow = z.infer<typeof demandRow>;

const groupedLine = z.strictObject({
  purchaseOrderId: id,
  number: z.string(),
  partId: id,
  partNumber: z.string(),
  quantity: z.int(),
  priceMinor: moneyMinor.nullable(),
  why: purchaseWhy,
});

/** What became of the demand that was chosen. */
export const groupedDemand = z.strictObject({
  orders: z.array(
    z.strictObject({ purchaseOrderId: id, number: z.string(), supplierCode: z.string() }),
  ),
  lines: z.array(groupedLine),
  /** Nobody sells these; they stay in the list of demand. */
  withoutSupplier: z.array(
    z.strictObject({ partId: id, partNumber: z.string(), quantity: z.int() }),
  ),
});
export type GroupedDemand = z.infer<typeof groupedDemand>;

export const purchaseSummary = z.strictObject({
  id,
  number: z.string(),
  state: purchaseState,
  version: z.int(),
  supplierId: id,
  supplierCode: z.string(),
  supplierNameEn: z.string().nullable(),
  supplierNameZh: z.string().nullable(),
  siteId: id,
  siteCode: z.string(),
  currency,
  /** Null while a price is missing. */
  totalMinor: moneyMinor.nullable(),
  lineCount: z.int(),
  ordered: z.int(),
  received: z.int(),
  cancelled: z.int(),
  /** The first day something is expected; null when nobody knows or nothing is to come. */
  nextOn: day.nullable(),
  isOverdue: z.boolean(),
  createdByName: z.string(),
  createdAt: moment,
  sentAt: moment.nullable(),
  closedAt: moment.nullable(),
});
export type PurchaseSummary = z.infer<typeof purchaseSummary>;

export const purchaseLineView = z.strictObject({
  lineId: id,
  line: z.int(),
  partId: id,
  partNumber: z.string(),
  ...named,
  unitOfMeasure: z.string(),
  tracking: z.enum(['none', 'lot', 'serial']),
  supplierPartNumber: z.string().nullable(),
  quantity: z.int(),
  received: z.int(),
  cancelled: z.int(),
  open: z.int(),
  priceMinor: moneyMinor.nullable(),
  sentPriceMinor: moneyMinor.nullable(),
  valueMinor: moneyMinor.nullable(),
  expectedOn: day.nullable(),
  isOverdue: z.boolean(),
  leadTimeDays: z.int().nullable(),
  packSize: z.int(),
  minimumOrder: z.int(),
  why: purchaseWhy.nullable(),
  /** Whom it was bought for. */
  covers: z.array(
    z.strictObject({
      orderId: id.nullable(),
      orderNumber: z.string().nullable(),
      reason: z.string().nullable(),
      quantity: z.int(),
    }),
  ),
});
export type PurchaseLineView = z.infer<typeof purchaseLineView>;

export const purchaseView = purchaseSummary.extend({
  note: z.string().nullable(),
  supplierReference: z.string().nullable(),
  sentByName: z.string().nullable(),
  confirmedAt: moment.nullable(),
  cancelReason: z.string().nullable(),
  lines: z.array(purchaseLineView),
  receipts: z.array(
    z.strictObject({
      receiptId: id,
      number: z.string(),
      pieces: z.int(),
      receivedByName: z.string(),
      receivedAt: moment,
      openDiscrepancies: z.int(),
    }),
  ),
  events: z.array(
    z.strictObject({ event: z.string(), allowed: z.boolean(), refusal: z.string().nullable() }),
  ),
  timeline: z.array(z.strictObject({ at: moment, command: z.string(), actorName: z.string() })),
});
export type PurchaseView = z.infer<typeof purchaseView>;

const address = {
  ...named,
  contactName: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
};

/** What the paper says to the supplier. */
export const purchaseSheet = z.strictObject({
  number: z.string(),
  issuedAt: moment,
  locale: z.enum(['en', 'zh-CN']),
  currency,
  totalMinor: moneyMinor,
  note: z.string().nullable(),
  buyerName: z.string(),
  company: z.strictObject(address),
  supplier: z.strictObject({ code: z.string(), ...address }),
  shipTo: z.strictObject({ code: z.string(), ...address }),
  lines: z.array(
    z.strictObject({
      partNumber: z.string(),
      ...named,
      supplierPartNumber: z.string().nullable(),
      quantity: z.int(),
      unitOfMeasure: z.string(),
      priceMinor: moneyMinor,
      valueMinor: moneyMinor,
      expectedOn: day.nullable(),
    }),
  ),
});
export type PurchaseSheet = z.infer<typeof purchaseSheet>;

/** What a delivery of the supplier became. */
export const purchaseReceived = purchaseMoved.extend({ goods: receivedGoods });
export type PurchaseReceived = z.infer<typeof purchaseReceived>;

export const reasonInput = text(400);
export type PurchaseMoved = z.infer<typeof purchaseMoved>;
