/** Sends the steps of a purchase order and what was scanned against it, and says what became of it. */
import { findByScan, inventoryErrors } from '../../../inventory/index.ts';
import type { PurchaseReceived, PurchaseView } from '../../../purchasing/contract.ts';
import {
  cancelPurchase,
  confirmPurchaseOrder,
  discardPurchaseOrder,
  getPurchaseOrder,
  receivePurchase,
  removePurchaseLine,
  sendPurchaseOrder,
  setPurchaseLine,
} from '../../../purchasing/index.ts';
import { refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { minorOf } from '../../minor-amount.ts';
import { idStep, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { purchaseLinks } from './links.ts';
import { showOrder } from './order-page.tsx';

const idOf = (visit: Visit) => idStep(visit, 'purchaseOrderId');

/** Prices are typed in whole units. */
function readPrices(texts: Map<string, string[]>): void {
  for (const [name, values] of texts) {
    if (name.endsWith('priceMinor'))
      texts.set(
        name,
        values.map((one) => one && minorOf(one)),
      );
  }
}

/** A line of a draft is added or changed. */
export async function takeLine(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const sent = await submitCodes(visit, form, setPurchaseLine, {
    codes: { partId: 'part' },
    fixed: { purchaseOrderId },
    prepare: readPrices,
    fieldOf: {
      'purchasing.day-is-over': 'expectedOn',
      'purchasing.odd-quantity': 'quantity',
      'purchasing.value-beyond-counting': 'quantity',
      'inventory.part-retired': 'partId',
    },
  });
  if (!sent.ok) return showOrder(visit, { step: 'set-line', form: sent.form });
  return visit.redirect(purchaseLinks.order(purchaseOrderId), 'purchasing.line-saved');
}

/** A line of a draft is taken out. */
export async function takeRemoval(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const sent = await submit(visit, form, removePurchaseLine, { fixed: { purchaseOrderId } });
  if (!sent.ok) return showOrder(visit, { step: 'remove-line', form: sent.form });
  return visit.redirect(purchaseLinks.order(purchaseOrderId), 'purchasing.line-removed');
}

/** The draft goes to the supplier. */
export async function takeSend(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const sent = await submit(visit, form, sendPurchaseOrder, { fixed: { purchaseOrderId } });
  if (!sent.ok) return showOrder(visit, { step: 'send', form: sent.form });
  const { number } = sent.output;
  return visit.redirect(purchaseLinks.order(purchaseOrderId), 'purchasing.sent', { number });
}

/** The supplier named days and prices. */
export async function takeConfirm(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const sent = await submit(visit, form, confirmPurchaseOrder, {
    fixed: { purchaseOrderId },
    prepare: readPrices,
  });
  if (!sent.ok) return showOrder(visit, { step: 'confirm', form: sent.form });
  return visit.redirect(purchaseLinks.order(purchaseOrderId), 'purchasing.confirmed');
}

/** Some lines, or the rest, do not come. */
export async function takeCancel(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const sent = await submit(visit, form, cancelPurchase, { fixed: { purchaseOrderId } });
  if (!sent.ok) return showOrder(visit, { step: 'cancel', form: sent.form });
  return visit.redirect(purchaseLinks.order(purchaseOrderId), 'purchasing.rest-cancelled');
}

/** The draft is given up. */
export async function takeDiscard(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const sent = await submit(visit, form, discardPurchaseOrder, { fixed: { purchaseOrderId } });
  if (!sent.ok) return showOrder(visit, { step: 'discard', form: sent.form });
  return visit.redirect(purchaseLinks.hub, 'purchasing.discarded', { number: sent.output.number });
}

/** The page after a delivery: what came, what is filed, and which order waits for it. */
function afterDelivery(visit: Visit, received: PurchaseReceived) {
  const { accepted, quarantined, number, fed, discrepancies } = received.goods;
  const orders = [...new Set(fed.map(({ orderNumber }) => orderNumber))].join(', ');
  const filed = discrepancies.map((one) => one.number).join(', ');
  const params = { accepted, quarantined, number, orders, filed };
  const to = purchaseLinks.order(received.purchaseOrderId);
  if (filed !== '') return visit.redirect(to, 'purchasing.taken-with-trouble', params);
  if (orders !== '') return visit.redirect(to, 'purchasing.taken-for-orders', params);
  return visit.redirect(to, 'purchasing.taken', params);
}

/** The part a code means; the supplier's own number of a line counts too. */
async function partOf(visit: Visit, order: PurchaseView, code: string): Promise<string | null> {
  const wanted = code.toUpperCase();
  const own = order.lines.find(({ partNumber, supplierPartNumber }) =>
    [partNumber, supplierPartNumber].some((one) => one?.toUpperCase() === wanted),
  );
  if (own !== undefined) return own.partId;
  const found = visit.can('stock.view') ? await visit.ask(findByScan, { code }) : [];
  return found.find(({ kind }) => kind === 'part')?.id ?? null;
}

const receiveFields = {
  'inventory.serial-required': 'serialNumbers',
  'inventory.serial-not-tracked': 'serialNumbers',
  'inventory.lot-required': 'lotNumber',
  'inventory.lot-expiry-differs': 'expiresOn',
  'receipts.short-shelf-life': 'expiresOn',
  'purchasing.not-on-order': 'code',
  'purchasing.no-dock': 'locationId',
} as const;

/** One part of a delivery was scanned. */
export async function takeScan(visit: Visit, form: FormData) {
  const purchaseOrderId = idOf(visit);
  const texts = textsOf(form);
  const code = texts.get('code')?.at(-1)?.trim() ?? '';
  const order = await visit.ask(getPurchaseOrder, { purchaseOrderId });
  const partId = code === '' ? null : await partOf(visit, order, code);
  if (partId === null) {
    const refused = refusedForm(visit, inventoryErrors.error('unknown-scan', { code }), {
      texts,
      fieldOf: { 'inventory.unknown-scan': 'code' },
    });
    return showOrder(visit, { step: 'scan', form: refused.form });
  }
  const names = ['quantity', 'serialNumbers', 'lotNumber', 'expiresOn', 'isDamaged'] as const;
  const sent = await submitCodes(visit, form, receivePurchase, {
    codes: { locationId: 'location' },
    fixed: { purchaseOrderId },
    prepare: (typed) => {
      for (const name of names) typed.set(`lines.0.${name}`, typed.get(name) ?? ['']);
      typed.set('lines.0.partId', [partId]);
    },
    fieldOf: receiveFields,
  });
  if (sent.ok) return afterDelivery(visit, sent.output);
  const issues = new Map(
    [...sent.form.issues].map(([name, words]) => [name.replace('lines.0.', ''), words]),
  );
  return showOrder(visit, { step: 'scan', form: { ...sent.form, issues } });
}

/** Everything came as ordered. */
export async function takeAll(visit: Visit, form: FormData) {
  const fixed = { purchaseOrderId: idOf(visit), lines: null };
  const sent = await submit(visit, form, receivePurchase, { fixed });
  if (!sent.ok) return showOrder(visit, { step: 'receive-all', form: sent.form });
  return afterDelivery(visit, sent.output);
}
