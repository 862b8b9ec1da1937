/**
 * What the desks hand to this room for a document: plain views, already joined and authorised.
 * Explanations and policy lines come in the reader's language; `issuedAt` becomes the file's creation
 * date and `issuedOn` the printed day, because this room knows no time zone.
 */
import { z } from 'zod';
import {
  barcodeText,
  calendarDay,
  coverageKeys,
  type LabelLocale,
  linkText,
  printedText,
} from '../contract.ts';
import type { PaperName } from '../sizes.ts';

/** Most lines of one packing slip. */
const slipLinesMax = 2000;

const party = z.strictObject({
  name: printedText(120),
  contactName: printedText(120).nullable(),
  addressLines: z.array(printedText(160)).min(1).max(8),
  phone: printedText(40).nullable(),
  email: printedText(120).nullable(),
});
export type PartyView = z.infer<typeof party>;

const accessory = z.strictObject({
  name: printedText(160),
  quantity: z.int().min(1).max(1_000_000),
});
export type AccessoryView = z.infer<typeof accessory>;

const head = {
  rmaNumber: printedText(40),
  /** Exact text of the Code 128. */
  code: barcodeText,
  /** The page a customer opens to follow the return. */
  link: linkText,
  issuedAt: z.date(),
  issuedOn: calendarDay,
};

const returnedUnit = z.strictObject({
  productName: printedText(200),
  partNumber: printedText(60),
  serialNumber: printedText(60),
  reportedFault: printedText(2000),
  accessories: z.array(accessory).max(50),
  coverage: z.enum(coverageKeys),
  /** Why, in the reader's language, one reason a line. */
  coverageReasons: z.array(printedText(400)).max(10),
});
export type ReturnedUnitView = z.infer<typeof returnedUnit>;

export const rmaFormView = z.strictObject({
  ...head,
  validUntil: calendarDay,
  /** Last day for the old unit of an advance exchange. */
  coreDueOn: calendarDay.nullable(),
  depot: party,
  customer: party,
  units: z.array(returnedUnit).min(1).max(50),
  /** Policy lines in the reader's language; without any, three common ones are printed. */
  doNotSend: z.array(printedText(300)).max(10),
});
export type RmaFormView = z.infer<typeof rmaFormView>;

const slipLine = z.strictObject({
  productName: printedText(200),
  partNumber: printedText(60),
  serialIn: printedText(60).nullable(),
  serialOut: printedText(60).nullable(),
  quantity: z.int().min(1).max(1_000_000),
});
export type SlipLineView = z.infer<typeof slipLine>;

const repairSummary = z.strictObject({
  serialNumber: printedText(60),
  faultsFound: z.array(printedText(400)).max(20),
  partsReplaced: z.array(printedText(400)).max(50),
});
export type RepairSummaryView = z.infer<typeof repairSummary>;

export const packingSlipView = z.strictObject({
  ...head,
  shipFrom: party,
  shipTo: party,
  lines: z.array(slipLine).min(1).max(slipLinesMax),
  accessories: z.array(accessory).max(200),
  repairs: z.array(repairSummary).max(500),
  carrier: printedText(80).nullable(),
  /** Printed as bars too when it is plain ASCII and fits. */
  trackingNumber: printedText(80).nullable(),
  repairWarrantyEndsOn: calendarDay.nullable(),
});
export type PackingSlipView = z.infer<typeof packingSlipView>;

export interface DocumentOptions {
  readonly locale: LabelLocale;
  readonly paper: PaperName;
}
