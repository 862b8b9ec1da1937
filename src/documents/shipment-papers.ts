/** The papers of the warehouse: the slip of a shipment, the label of a box, the list of a picker. */
import { listSites } from '../inventory/index.ts';
import { renderPickList, renderShipmentSlip } from '../labels/index.ts';
import type { Actor, Locale } from '../platform/actor.ts';
import { isoDay } from '../platform/clock.ts';
import type { Executor } from '../platform/execute.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { PickRowView, ShipmentSlip } from '../shipments/contract.ts';
import { getShipmentSlip, pickList, shipmentsErrors } from '../shipments/index.ts';
import type { LabelChoice, PaperOptions, PrintedFile } from './contract.ts';
import { fileStem, labelFile, linkOf, requirePrinting } from './label-file.ts';
import { addressLines, printedName } from './line-facts.ts';

const type = 'application/pdf';
/** Rows one question answers, and the most one list prints. */
const rowsAtOnce = 200;
const rowsMax = 1000;

function endOf(end: ShipmentSlip['from'], locale: Locale) {
  return {
    name: `${end.code} ${printedName(locale, end, '')}`.trim(),
    contactName: end.contactName,
    addressLines: addressLines(end.address),
    phone: end.phone,
    email: null,
  };
}

/**
 * The packing slip of a shipment. From the moment it left it says the same for ever.
 * @throws shipments.unknown-shipment, it-holds-goods; platform.not-permitted, labels.*
 */
export async function shipmentSlipPdf(
  executor: Executor,
  actor: Actor,
  shipmentId: string,
  { publicUrl, locale, paper = 'a4' }: PaperOptions,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const slip = await executor.ask(getShipmentSlip, { shipmentId }, { actor });
  if (slip.contents.length === 0) throw shipmentsErrors.error('it-holds-goods');
  const reading = locale ?? actor.locale;
  const { number } = slip;
  const view = {
    number,
    code: number,
    link: linkOf(publicUrl, number),
    issuedAt: new Date(slip.issuedAt),
    issuedOn: slip.issuedAt.slice(0, 10),
    shipFrom: endOf(slip.from, reading),
    shipTo: endOf(slip.to, reading),
    carrier: slip.carrier,
    trackingNumber: slip.trackingNumber,
    promisedOn: slip.promisedAt?.slice(0, 10) ?? null,
    boxes: slip.boxes.map(({ boxNumber, pieces, weightGrams }) => {
      return { number: boxNumber, pieces, weightGrams };
    }),
    lines: slip.contents.map((line) => ({
      partNumber: line.partNumber,
      name: printedName(reading, line, line.partNumber),
      piece: line.serialNumber ?? line.lotNumber,
      box: line.boxNumber,
      order: line.orderNumber,
      destination: line.destinationCode,
      quantity: line.quantity,
      unitOfMeasure: line.unitOfMeasure,
    })),
  };
  const bytes = await renderShipmentSlip(view, { locale: reading, paper });
  return { bytes, type, fileName: `${fileStem(number)}-packing-slip.pdf` };
}

/**
 * The label of a box of a shipment; its code is the number of the box.
 * @throws shipments.unknown-shipment, unknown-box; platform.not-permitted, labels.*
 */
export async function boxLabel(
  { executor, actor }: { readonly executor: Executor; readonly actor: Actor },
  which: { readonly shipmentId: string; readonly boxNumber: string },
  choice: LabelChoice,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const { shipmentId, boxNumber } = which;
  const slip = await executor.ask(getShipmentSlip, { shipmentId }, { actor });
  const box = slip.boxes.find((one) => one.boxNumber === boxNumber.toUpperCase());
  if (box === undefined) throw shipmentsErrors.error('unknown-box', { box: boxNumber });
  const locale = choice.locale ?? actor.locale;
  const to = endOf(slip.to, locale);
  const view = {
    code: box.boxNumber,
    link: linkOf(choice.publicUrl, box.boxNumber),
    number: box.boxNumber,
    shipmentNumber: slip.number,
    fromName: endOf(slip.from, locale).name,
    toName: to.name,
    toAddressLines: to.addressLines.slice(0, 6),
    pieces: box.pieces,
    weightGrams: box.weightGrams,
  };
  const how = { ...choice, locale, usualSize: '100x150' as const, stem: box.boxNumber };
  return labelFile('box', view, how);
}

async function allPicks(
  { executor, actor }: { readonly executor: Executor; readonly actor: Actor },
  wish: PickListWish,
): Promise<PickRowView[]> {
  const rows: PickRowView[] = [];
  for (let page = 1; rows.length < rowsMax; page += 1) {
    const asked = { ...wish, page, limit: rowsAtOnce };
    const found = await executor.ask(pickList, asked, { actor });
    rows.push(...found.rows);
    if (rows.length >= found.total || found.rows.length === 0) break;
  }
  return rows;
}

/** Which promises a printed list is of. */
export interface PickListWish {
  readonly siteId: string;
  readonly orderId: string | null;
  readonly toSiteId: string | null;
  readonly priorityMax: number;
}

function binsOf(rows: readonly PickRowView[], locale: Locale) {
  const bins = new Map<string, PickRowView[]>();
  for (const row of rows) bins.set(row.locationCode, [...(bins.get(row.locationCode) ?? []), row]);
  return [...bins].map(([code, own]) => ({
    code,
    lines: own.map((row) => ({
      partNumber: row.partNumber,
      name: printedName(locale, row, row.partNumber),
      piece: row.serialNumber ?? row.lotNumber,
      code: row.serialNumber ?? row.partNumber,
      quantity: row.quantity,
      unitOfMeasure: row.unitOfMeasure,
      order: row.orderNumber,
      destination: `${row.toSiteCode} · ${row.destinationCode}`,
    })),
  }));
}

/**
 * The pick list of a site on paper, in walking order.
 * @throws shipments.it-holds-goods when nothing is to be picked; inventory.unknown-site,
 *   platform.not-permitted, labels.*
 */
export async function pickListPdf(
  asking: { readonly executor: Executor; readonly actor: Actor },
  wish: PickListWish,
  { publicUrl, locale, paper = 'a4', now }: PaperOptions & { readonly now: Date },
): Promise<PrintedFile> {
  const { executor, actor } = asking;
  requirePrinting(actor);
  const reading = locale ?? actor.locale;
  const rows = await allPicks(asking, wish);
  if (rows.length === 0) throw shipmentsErrors.error('nothing-to-pick');
  const sites = await executor.ask(listSites, {}, { actor });
  const site = sites.find(({ id }) => id === wish.siteId);
  if (site === undefined) throw platformErrors.error('not-found');
  const view = {
    siteCode: site.code,
    siteName: printedName(reading, site, site.code),
    link: `${publicUrl}/shipments/pick/${site.id}`,
    issuedAt: now,
    issuedOn: isoDay(now),
    bins: binsOf(rows, reading),
  };
  const bytes = await renderPickList(view, { locale: reading, paper });
  return { bytes, type, fileName: `${fileStem(site.code)}-pick-list.pdf` };
}
