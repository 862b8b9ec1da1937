/**
 * From a document's view to its PDF: checks the view, lays it out and writes the file. Knows which
 * document is which, and no point of its layout.
 */
import {
  type DocumentOptions,
  type PackingSlipView,
  packingSlipView,
  type RmaFormView,
  rmaFormView,
} from './documents/contract.ts';
import { layOutPackingSlip } from './documents/packing-slip.ts';
import { layOutPickList } from './documents/pick-list.ts';
import { layOutRmaForm } from './documents/rma-form.ts';
import {
  type PickListView,
  pickListView,
  type ShipmentSlipView,
  shipmentSlipView,
} from './documents/shipment-contract.ts';
import { layOutShipmentSlip } from './documents/shipment-slip.ts';
import { parseView } from './parse-view.ts';
import { renderPdf } from './render-pdf.ts';
import { wordsOf } from './words.ts';

/**
 * The form a customer puts inside the box, as PDF. The same view gives the same bytes.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long
 */
export async function renderRmaForm(
  view: RmaFormView,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const checked = parseView(rmaFormView, view);
  const say = wordsOf(options.locale);
  return renderPdf(layOutRmaForm(checked, options.paper, say), {
    scale: 1,
    title: `${say('rma-form.title')} ${checked.rmaNumber}`,
    language: options.locale,
    createdAt: checked.issuedAt,
  });
}

/**
 * The slip that travels with the goods, as PDF. The same view gives the same bytes.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long
 */
export async function renderPackingSlip(
  view: PackingSlipView,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const checked = parseView(packingSlipView, view);
  const say = wordsOf(options.locale);
  return renderPdf(layOutPackingSlip(checked, options.paper, say), {
    scale: 1,
    title: `${say('packing-slip.title')} ${checked.rmaNumber}`,
    language: options.locale,
    createdAt: checked.issuedAt,
  });
}

/**
 * The slip that travels with a shipment of parts, as PDF. The same view gives the same bytes.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long
 */
export async function renderShipmentSlip(
  view: ShipmentSlipView,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const checked = parseView(shipmentSlipView, view);
  const say = wordsOf(options.locale);
  return renderPdf(layOutShipmentSlip(checked, options.paper, say), {
    scale: 1,
    title: `${say('packing-slip.title')} ${checked.number}`,
    language: options.locale,
    createdAt: checked.issuedAt,
  });
}

/**
 * The list a picker walks with, as PDF. The same view gives the same bytes.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long
 */
export async function renderPickList(
  view: PickListView,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const checked = parseView(pickListView, view);
  const say = wordsOf(options.locale);
  return renderPdf(layOutPickList(checked, options.paper, say), {
    scale: 1,
    title: `${say('pick-list.title')} ${checked.siteCode}`,
    language: options.locale,
    createdAt: checked.issuedAt,
  });
}
