/**
 * What the desks hand to this room to have a label printed: plain views, already joined, translated
 * and authorised. Dates are local calendar days as `YYYY-MM-DD`, because this room knows no clock
 * and no time zone.
 */
import { z } from 'zod';
import type { LabelSizeName } from './sizes.ts';

export const labelLocales = ['en', 'zh-CN'] as const;
export type LabelLocale = (typeof labelLocales)[number];

export const labelFormats = ['svg', 'png', 'pdf'] as const;
export type LabelFormat = (typeof labelFormats)[number];

/** Most labels in one PDF; a longer run is several jobs. */
export const labelsMax = 500;

const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** Printed text up to `max` UTF-16 units: no control characters (tab and line ends are spaces), no half surrogates. */
export const printedText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !unprintable.test(text), { params: { rule: 'unprintable-text' } });

/** A local calendar day. */
export const calendarDay = z.iso.date();

/** The exact text behind the bars: printable ASCII without outer spaces, as a keyboard scanner can type it. */
export const barcodeText = z
  .string()
  .min(1)
  .max(80)
  .refine((code) => /^[!-~](?:[ -~]*[!-~])?$/.test(code), { params: { rule: 'code-characters' } });

/** The address behind a QR: an absolute http(s) URL, already percent-encoded. */
export const linkText = z
  .string()
  .max(300)
  .refine((link) => /^https?:\/\/[!-~]+$/.test(link) && URL.canParse(link), {
    params: { rule: 'link-characters' },
  });

/** Why the repair is or is not charged, in one word; the desk maps the RMA's own reasons to these. */
export const coverageKeys = [
  'in-warranty',
  'repair-warranty',
  'service-contract',
  'goodwill',
  'out-of-warranty',
  'undecided',
] as const;
export type CoverageKey = (typeof coverageKeys)[number];

const scannable = { code: barcodeText, link: linkText };

export const partLabelView = z.strictObject({
  ...scannable,
  partNumber: printedText(60),
  name: printedText(200),
  unitOfMeasure: printedText(20).optional(),
});
export type PartLabelView = z.infer<typeof partLabelView>;

/** The traveller stays on the unit through the workshop, so it names the customer only by its short name. */
export const unitLabelView = z.strictObject({
  ...scannable,
  number: printedText(40),
  rmaNumber: printedText(40),
  serialNumber: printedText(60),
  partNumber: printedText(60),
  productName: printedText(200),
  customerShortName: printedText(60),
  dueOn: calendarDay.nullable(),
  coverage: z.enum(coverageKeys),
  receivedOn: calendarDay,
});
export type UnitLabelView = z.infer<typeof unitLabelView>;

/** Fixed to the outside of the customer's parcel. */
export const rmaLabelView = z.strictObject({
  ...scannable,
  number: printedText(40),
  depotName: printedText(100),
  depotAddressLines: z.array(printedText(120)).min(1).max(6),
  customerName: printedText(120),
  serialNumber: printedText(60),
  validUntil: calendarDay,
});
export type RmaLabelView = z.infer<typeof rmaLabelView>;

/** `kind` comes in the reader's language: this room does not know which kinds of place exist. */
export const locationLabelView = z.strictObject({
  ...scannable,
  siteName: printedText(100),
  locationName: printedText(60),
  kind: printedText(40),
});
export type LocationLabelView = z.infer<typeof locationLabelView>;

/** Fixed to the outside of a box of a shipment. */
export const boxLabelView = z.strictObject({
  ...scannable,
  number: printedText(40),
  shipmentNumber: printedText(40),
  fromName: printedText(160),
  toName: printedText(160),
  toAddressLines: z.array(printedText(160)).min(1).max(6),
  pieces: z.int().min(0),
  weightGrams: z.int().min(1).nullable(),
});
export type BoxLabelView = z.infer<typeof boxLabelView>;

export interface LabelViews {
  readonly part: PartLabelView;
  readonly unit: UnitLabelView;
  readonly rma: RmaLabelView;
  readonly location: LocationLabelView;
  readonly box: BoxLabelView;
}
export type LabelKind = keyof LabelViews;

export interface LabelOptions {
  readonly size: LabelSizeName;
  readonly format: LabelFormat;
  readonly locale: LabelLocale;
}
