/** Takes what was scanned or typed on the pick page, and says what was done or why not. */

import type { Elsewhere } from '../../../shipments/contract.ts';
import { pickGoods, pickShort, shipmentsErrors } from '../../../shipments/index.ts';
import { keyField, refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { idStep, type Visit } from '../../visit.ts';
import { shipmentLinks, withFilters } from './addresses.ts';
import { byBin, picksFor, showPick } from './pick-page.tsx';
import { readScan, type ScannedCode } from './scanned-code.ts';

interface Wish {
  readonly partId: string;
  readonly quantity: number;
  readonly serialNumber: string | null;
  readonly lotNumber: string | null;
  readonly allocationId: string | null;
}

function binPath(visit: Visit): string {
  return shipmentLinks.pickBin(idStep(visit, 'siteId'), idStep(visit, 'binId'));
}

async function take(visit: Visit, form: FormData, wish: Wish) {
  const siteId = idStep(visit, 'siteId');
  const pick = { ...wish, locationId: idStep(visit, 'binId') };
  const fixed = { siteId, orderId: null, picks: [pick] };
  const sent = await submit(visit, form, pickGoods, { fixed });
  if (!sent.ok) {
    const values = new Map([
      ...textsOf(form),
      ['partId', [wish.partId]] as const,
      ['serialNumber', [wish.serialNumber ?? '']] as const,
      ['quantity', [String(wish.quantity)]] as const,
    ]);
    const own = form.has('take') ? wish.allocationId : null;
    return showPick(visit, { form: { ...sent.form, values: new Map(values) }, allocationId: own });
  }
  const [first] = sent.output.picked;
  const { rows } = await picksFor(visit);
  const [next] = byBin(rows);
  const isDone = !rows.some((row) => row.locationId === pick.locationId);
  const to = isDone && next === undefined ? shipmentLinks.pick(siteId) : binPath(visit);
  return visit.redirect(
    withFilters(visit, to),
    first?.shipmentNumber == null ? 'shipments.handed-over' : 'shipments.picked',
    {
      quantity: sent.output.pieces,
      part: first?.partNumber ?? '',
      to: first?.shipmentNumber ?? first?.destinationCode ?? '',
    },
  );
}

function refuse(
  visit: Visit,
  form: FormData,
  reason: 'unknown-scan' | 'scan-bin-first',
  code: string,
) {
  const refusal = shipmentsErrors.error(reason, { code });
  const sent = { texts: textsOf(form), key: String(form.get(keyField) ?? '') };
  return showPick(visit, { form: refusedForm(visit, refusal, sent).form, allocationId: null });
}

async function takeScanned(visit: Visit, form: FormData, found: ScannedCode) {
  const none = { serialNumber: null, lotNumber: null, allocationId: null };
  if (found.kind === 'piece') {
    const { partId, serialNumber } = found;
    return take(visit, form, { ...none, partId, serialNumber, quantity: 1 });
  }
  if (found.kind !== 'part') return refuse(visit, form, 'unknown-scan', found.code);
  const { rows } = await picksFor(visit);
  const binId = visit.step('binId');
  const [own, ...more] = rows.filter((row) => {
    return row.locationId === binId && row.partId === found.partId;
  });
  // One of one is taken by its scan alone; more are counted and typed.
  const isOne = own === undefined || (more.length === 0 && own.quantity === 1);
  if (isOne || own.tracking === 'serial') {
    return take(visit, form, { ...none, partId: found.partId, quantity: 1 });
  }
  const query = new URLSearchParams({ part: found.partId });
  return visit.redirect(`${binPath(visit)}?${query}`);
}

/** A scan on the pick page: a bin to go to, or something taken from the bin one stands at. */
export async function takePickScan(visit: Visit, form: FormData) {
  const { rows } = await picksFor(visit);
  const partIds = new Set(rows.map((row) => row.partId));
  const found = await readScan(visit, String(form.get('code') ?? ''), { partIds });
  if (found.kind === 'bin') {
    const siteId = idStep(visit, 'siteId');
    return visit.redirect(withFilters(visit, shipmentLinks.pickBin(siteId, found.locationId)));
  }
  if (found.kind === 'unknown' || found.kind === 'box') {
    return refuse(visit, form, 'unknown-scan', found.code);
  }
  if (visit.step('binId') !== '') return takeScanned(visit, form, found);
  const code = found.kind === 'piece' ? found.serialNumber : found.code;
  return refuse(visit, form, 'scan-bin-first', code);
}

/** So many of a part, typed beside it; or another piece, confirmed. */
export function takePickForm(visit: Visit, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const typed = text('quantity').normalize('NFKC');
  return take(visit, form, {
    partId: text('partId'),
    quantity: /^\d{1,10}$/.test(typed) ? Number(typed) : 0,
    serialNumber: text('serialNumber') || null,
    lotNumber: text('lotNumber') || null,
    allocationId: text('allocationId') || null,
  });
}

function placesText(found: readonly Elsewhere[]): string {
  return found
    .map(({ siteCode, locationCode, quantity }) => `${siteCode} ${locationCode} × ${quantity}`)
    .join(', ');
}

/** Less was found than was promised. */
export async function takeShort(visit: Visit, form: FormData) {
  const siteId = idStep(visit, 'siteId');
  const sent = await submit(visit, form, pickShort, {
    fixed: { siteId },
    fieldOf: { 'shipments.not-short': 'found' },
  });
  if (!sent.ok) {
    const allocationId = String(form.get('allocationId') ?? '');
    return showPick(visit, { form: sent.form, allocationId });
  }
  const { missing, elsewhere } = sent.output;
  const to = withFilters(visit, binPath(visit));
  if (elsewhere.length === 0) return visit.redirect(to, 'shipments.short-waits', { missing });
  return visit.redirect(to, 'shipments.short-elsewhere', {
    missing,
    places: placesText(elsewhere),
  });
}
