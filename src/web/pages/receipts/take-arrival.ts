/** Sends what was scanned or pressed on the page of a shipment, and says what became of it. */
import { findByScan, inventoryErrors } from '../../../inventory/index.ts';
import type { ReceivedGoods } from '../../../receipts/contract.ts';
import { closeShort, getArrival, receiveShipment } from '../../../receipts/index.ts';
import { refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { idStep, type Visit } from '../../visit.ts';
import { showArrival } from './arrival-page.tsx';
import { receiptLinks } from './links.ts';

/** The page after goods came in: what came, what is filed, and which order waits for it. */
export function afterTaking(visit: Visit, to: string, goods: ReceivedGoods) {
  const { accepted, quarantined, number } = goods;
  const orders = [...new Set(goods.fed.map(({ orderNumber }) => orderNumber))].join(', ');
  const filed = goods.discrepancies.map((one) => one.number).join(', ');
  const params = { accepted, quarantined, number, orders, filed };
  if (filed !== '') return visit.redirect(to, 'receipts.taken-with-trouble', params);
  if (orders !== '') return visit.redirect(to, 'receipts.taken-for-orders', params);
  return visit.redirect(to, 'receipts.taken', params);
}

interface Scanned {
  readonly partId: string;
  readonly serialNumbers: readonly string[];
}

/** What a scanned code means on this page: a piece or a part; a piece of this shipment wins. */
async function meaningOf(visit: Visit, code: string, shipmentId: string): Promise<Scanned | null> {
  const { lines } = await visit.ask(getArrival, { shipmentId });
  const ours = lines.find((line) => line.serialNumber === code);
  if (ours !== undefined) return { partId: ours.partId, serialNumbers: [code] };
  const found = visit.can('stock.view') ? await visit.ask(findByScan, { code }) : [];
  const [piece, twin] = found.filter(({ kind }) => kind === 'serial');
  if (piece?.partId != null && twin === undefined) {
    return { partId: piece.partId, serialNumbers: [piece.code] };
  }
  const part = found.find(({ kind }) => kind === 'part');
  if (part !== undefined) return { partId: part.id, serialNumbers: [] };
  // A number nobody knows may be a new piece of the only serialised part of the list.
  const serialised = new Set(
    lines.filter(({ tracking }) => tracking === 'serial').map(({ partId }) => partId),
  );
  const [only, ...others] = serialised;
  if (only !== undefined && others.length === 0) return { partId: only, serialNumbers: [code] };
  return null;
}

/** One scan: the list's own number or a box takes all of it; a part or a piece takes that. */
export async function takeScan(visit: Visit, form: FormData) {
  const shipmentId = idStep(visit, 'shipmentId');
  const to = receiptLinks.arrival(shipmentId);
  const texts = textsOf(form);
  const code = texts.get('code')?.at(-1)?.trim() ?? '';
  const arrival = await visit.ask(getArrival, { shipmentId });
  const box = arrival.boxes.find(({ boxNumber }) => boxNumber === code.toUpperCase());
  const isList = arrival.number === code.toUpperCase();
  if (box !== undefined || isList) {
    const fixed = { shipmentId, boxId: box?.boxId ?? null, counted: null };
    const sent = await submit(visit, form, receiveShipment, { fixed });
    if (!sent.ok) return showArrival(visit, { step: 'scan', form: sent.form });
    return afterTaking(visit, to, sent.output);
  }
  const meant = code === '' ? null : await meaningOf(visit, code, shipmentId);
  if (meant === null) {
    const refusal = inventoryErrors.error('unknown-scan', { code });
    const refused = refusedForm(visit, refusal, {
      texts,
      fieldOf: { 'inventory.unknown-scan': 'code' },
    });
    return showArrival(visit, { step: 'scan', form: refused.form });
  }
  const { partId, serialNumbers } = meant;
  const isPiece = serialNumbers.length > 0;
  const sent = await submit(visit, form, receiveShipment, {
    prepare: (typed) => {
      const said = (name: string) => typed.get(name)?.at(-1) ?? '';
      const put = (name: string, value: string) => typed.set(`counted.0.${name}`, [value]);
      put('partId', partId);
      put('quantity', isPiece ? '1' : said('quantity') || '1');
      if (isPiece) put('serialNumbers', serialNumbers.join('\n'));
      if (said('lotNumber') !== '') put('lotNumber', said('lotNumber'));
      put('isDamaged', said('isDamaged') === 'true' ? 'true' : 'false');
    },
    fixed: { shipmentId },
    fieldOf: { 'inventory.serial-required': 'code', 'inventory.lot-required': 'lotNumber' },
  });
  if (!sent.ok) return showArrival(visit, { step: 'scan', form: sent.form });
  return afterTaking(visit, to, sent.output);
}

/** Everything that is on the list, here or, when somebody says so, at another site. */
export async function takeAll(visit: Visit, form: FormData) {
  const shipmentId = idStep(visit, 'shipmentId');
  const site = visit.param('site');
  const fixed = { shipmentId, siteId: site === '' ? null : site, counted: null };
  const sent = await submit(visit, form, receiveShipment, { fixed });
  if (!sent.ok) return showArrival(visit, { step: 'all', form: sent.form });
  return afterTaking(visit, receiptLinks.receipt(sent.output.receiptId), sent.output);
}

/** Everything the list has in one box. */
export async function takeBox(visit: Visit, form: FormData) {
  const shipmentId = idStep(visit, 'shipmentId');
  const fixed = { shipmentId, boxId: visit.param('box'), counted: null };
  const sent = await submit(visit, form, receiveShipment, { fixed });
  if (!sent.ok) return showArrival(visit, { step: 'box', form: sent.form });
  return afterTaking(visit, receiptLinks.arrival(shipmentId), sent.output);
}

/** The rest did not come. */
export async function takeShort(visit: Visit, form: FormData) {
  const shipmentId = idStep(visit, 'shipmentId');
  const sent = await submit(visit, form, closeShort, { fixed: { shipmentId } });
  if (!sent.ok) return showArrival(visit, { step: 'short', form: sent.form });
  const numbers = sent.output.discrepancies.map(({ number }) => number).join(', ');
  return visit.redirect(receiptLinks.arrival(shipmentId), 'receipts.closed-short', { numbers });
}
