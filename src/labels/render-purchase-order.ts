/** From the view of an order to a supplier to its PDF: checks it, lays it out, writes the file. */
import type { DocumentOptions } from './documents/contract.ts';
import {
  layOutPurchaseOrder,
  type PurchaseOrderView,
  purchaseOrderView,
} from './documents/purchase-order.ts';
import { parseView } from './parse-view.ts';
import { renderPdf } from './render-pdf.ts';
import { wordsOf } from './words.ts';

/**
 * The order a supplier gets, as PDF. The same view gives the same bytes.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long
 */
export async function renderPurchaseOrder(
  view: PurchaseOrderView,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const checked = parseView(purchaseOrderView, view);
  const say = wordsOf(options.locale);
  return renderPdf(layOutPurchaseOrder(checked, options.paper, say), {
    scale: 1,
    title: `${say('purchase-order.title')} ${checked.number}`,
    language: options.locale,
    createdAt: checked.issuedAt,
  });
}
