/**
 * What the desks hand to this room for the papers of a warehouse: the slip that travels with a shipment
 * of parts, and the list a picker walks with. Plain views, already joined and authorised.
 */
import { z } from 'zod';
import { barcodeText, calendarDay, linkText, printedText } from '../contract.ts';

/** Most lines of one paper. */
const linesMax = 2000;

const place = z.strictObject({
  name: printedText(160),
  contactName: printedText(120).nullable(),
  addressLines: z.array(printedText(160)).min(1).max(8),
  phone: printedText(40).nullable(),
  email: printedText(120).nullable(),
});

const shippedLine = z.strictObject({
  partNumber: printedText(60),
  name: printedText(200),
  /** Serial number or lot; null for plain counted goods. */
  piece: printedText(100).nullable(),
  box: printedText(40).nullable(),
  order: printedText(60).nullable(),
  destination: printedText(60).nullable(),
  quantity: z.int().min(1).max(1_000_000_000),
  unitOfMeasure: printedText(20),
});
export type ShippedLineView = z.infer<typeof shippedLine>;

export const shipmentSlipView = z.strictObject({
  number: printedText(40),
  code: barcodeText,
  link: linkText,
  issuedAt: z.date(),
  issuedOn: calendarDay,
  shipFrom: place,
  shipTo: place,
  carrier: printedText(80).nullable(),
  trackingNumber: printedText(80).nullable(),
  promisedOn: calendarDay.nullable(),
  boxes: z
    .array(
      z.strictObject({
        number: printedText(40),
        pieces: z.int().min(0),
        weightGrams: z.int().min(1).nullable(),
      }),
    )
    .max(500),
  lines: z.array(shippedLine).min(1).max(linesMax),
});
export type ShipmentSlipView = z.infer<typeof shipmentSlipView>;

const pickedLine = z.strictObject({
  partNumber: printedText(60),
  name: printedText(200),
  piece: printedText(100).nullable(),
  /** What the scanner reads: the serial number of a piece, else the part. */
  code: printedText(100),
  quantity: z.int().min(1).max(1_000_000_000),
  unitOfMeasure: printedText(20),
  order: printedText(60),
  destination: printedText(80),
});
export type PickedLineView = z.infer<typeof pickedLine>;

export const pickListView = z.strictObject({
  siteCode: barcodeText,
  siteName: printedText(160),
  link: linkText,
  issuedAt: z.date(),
  issuedOn: calendarDay,
  bins: z
    .array(z.strictObject({ code: barcodeText, lines: z.array(pickedLine).min(1).max(linesMax) }))
    .min(1)
    .max(linesMax),
});
export type PickListView = z.infer<typeof pickListView>;
