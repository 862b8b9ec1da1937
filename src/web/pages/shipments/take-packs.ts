/** Packs what was scanned or typed at the packing bench, and says what was done or why not. */
import type { ShipmentLineView } from '../../../shipments/contract.ts';
import {
  getShipment,
  markUnboxed,
  packGoods,
  putGoodsBack,
  removeBox,
  shipmentsErrors,
  unpackGoods,
  weighShipmentBox,
} from '../../../shipments/index.ts';
import { keyField, refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { idStep, type Visit } from '../../visit.ts';
import { shipmentLinks } from './addresses.ts';
import { showPack } from './pack-page.tsx';
import { readScan } from './scanned-code.ts';

const here = (visit: Visit) => {
  const shipmentId = idStep(visit, 'shipmentId');
  const box = visit.step('boxNumber');
  return box === '' ? shipmentLinks.pack(shipmentId) : shipmentLinks.packBox(shipmentId, box);
};

function refuse(
  visit: Visit,
  form: FormData,
  why: { reason: 'unknown-scan' | 'scan-box-first' | 'not-in-shipment'; code: string },
) {
  const refusal = shipmentsErrors.error(why.reason, { code: why.code });
  const sent = { texts: textsOf(form), key: String(form.get(keyField) ?? '') };
  return showPack(visit, refusedForm(visit, refusal, sent).form);
}

/** Opens a new box, or goes to the one that was scanned; a free one joins the shipment. */
async function enterBox(visit: Visit, form: FormData, boxNumber: string | null) {
  const shipmentId = idStep(visit, 'shipmentId');
  const sent = await submit(visit, form, packGoods, {
    fixed: { shipmentId, boxNumber, items: [] },
  });
  if (!sent.ok) return showPack(visit, sent.form);
  const { boxNumber: box } = sent.output;
  return visit.redirect(shipmentLinks.packBox(shipmentId, box), 'shipments.box-open', { box });
}

async function pack(visit: Visit, form: FormData, line: ShipmentLineView, quantity: number) {
  const boxNumber = visit.step('boxNumber');
  const items = [{ lineId: line.lineId, quantity }];
  const fixed = { shipmentId: idStep(visit, 'shipmentId'), boxNumber, items };
  const sent = await submit(visit, form, packGoods, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  const what = { quantity, part: line.serialNumber ?? line.partNumber, box: boxNumber };
  return visit.redirect(here(visit), 'shipments.packed', what);
}

function lineScanned(
  lines: readonly ShipmentLineView[],
  found: { readonly partId: string; readonly serialNumber: string | null },
  box: string,
) {
  const own = lines.filter(
    (line) => line.partId === found.partId && line.serialNumber === found.serialNumber,
  );
  const loose = own.find((line) => !line.isPacked);
  // A piece that is packed already is packed anew; scanned into its own box it is refused by name.
  return loose ?? own.find((line) => line.boxNumber !== box) ?? own[0];
}

/** A scan at the bench: a box to fill, or goods for the box one has open. */
export async function takePackScan(visit: Visit, form: FormData) {
  const shipment = await visit.ask(getShipment, { shipmentId: idStep(visit, 'shipmentId') });
  const partIds = new Set(shipment.contents.map((line) => line.partId));
  const found = await readScan(visit, String(form.get('code') ?? ''), { partIds });
  if (found.kind === 'box') return enterBox(visit, form, found.code);
  if (found.kind === 'unknown' || found.kind === 'bin') {
    return refuse(visit, form, { reason: 'unknown-scan', code: found.code });
  }
  const code = found.kind === 'piece' ? found.serialNumber : found.code;
  const box = visit.step('boxNumber');
  if (box === '') return refuse(visit, form, { reason: 'scan-box-first', code });
  const serialNumber = found.kind === 'piece' ? found.serialNumber : null;
  const wanted = { partId: found.partId, serialNumber };
  const line = lineScanned(shipment.contents, wanted, box);
  if (line === undefined) return refuse(visit, form, { reason: 'not-in-shipment', code });
  if (line.quantity === 1) return pack(visit, form, line, 1);
  return visit.redirect(`${here(visit)}?${new URLSearchParams({ line: line.lineId })}`);
}

/** So many of a line, typed beside it. */
export async function takePackForm(visit: Visit, form: FormData) {
  const fixed = { shipmentId: idStep(visit, 'shipmentId'), boxNumber: visit.step('boxNumber') };
  const sent = await submit(visit, form, packGoods, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  return visit.redirect(here(visit), 'shipments.packed-some', { box: fixed.boxNumber });
}

/** A new box with a number of its own. */
export function takeNewBox(visit: Visit, form: FormData) {
  return enterBox(visit, form, null);
}

/** Goods out of the box again. */
export async function takeOut(visit: Visit, form: FormData) {
  const fixed = { shipmentId: idStep(visit, 'shipmentId') };
  const sent = await submit(visit, form, unpackGoods, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  return visit.redirect(here(visit), 'shipments.taken-out');
}

/** Goods that travel without a box. */
export async function takeUnboxed(visit: Visit, form: FormData) {
  const fixed = { shipmentId: idStep(visit, 'shipmentId') };
  const sent = await submit(visit, form, markUnboxed, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  return visit.redirect(here(visit), 'shipments.goes-unboxed');
}

/** Goods back into the bin they came from. */
export async function takeBack(visit: Visit, form: FormData) {
  const fixed = { shipmentId: idStep(visit, 'shipmentId') };
  const sent = await submit(visit, form, putGoodsBack, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  return visit.redirect(here(visit), 'shipments.is-back');
}

/** The weight of the box. */
export async function takeWeight(visit: Visit, form: FormData) {
  const fixed = { shipmentId: idStep(visit, 'shipmentId'), boxNumber: visit.step('boxNumber') };
  const sent = await submit(visit, form, weighShipmentBox, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  return visit.redirect(here(visit), 'shipments.weighed', { box: fixed.boxNumber });
}

/** An empty box that is not needed. */
export async function takeBoxOff(visit: Visit, form: FormData) {
  const fixed = { shipmentId: idStep(visit, 'shipmentId'), boxNumber: visit.step('boxNumber') };
  const sent = await submit(visit, form, removeBox, { fixed });
  if (!sent.ok) return showPack(visit, sent.form);
  const to = shipmentLinks.pack(fixed.shipmentId);
  return visit.redirect(to, 'shipments.box-off', { box: fixed.boxNumber });
}
