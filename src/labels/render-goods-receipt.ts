/** From the view of a goods receipt note to its PDF: checks it, lays it out, writes the file. */
import type { DocumentOptions } from './documents/contract.ts';
import {
  type GoodsReceiptView,
  goodsReceiptView,
  layOutGoodsReceipt,
} from './documents/goods-receipt.ts';
import { parseView } from './parse-view.ts';
import { renderPdf } from './render-pdf.ts';
import { wordsOf } from './words.ts';

/**
 * The note of what was taken in, as PDF. The same view gives the same bytes.
 * @throws labels.invalid-view, labels.unprintable-text, labels.code-characters,
 * labels.link-characters, labels.code-too-long
 */
export async function renderGoodsReceipt(
  view: GoodsReceiptView,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const checked = parseView(goodsReceiptView, view);
  const say = wordsOf(options.locale);
  return renderPdf(layOutGoodsReceipt(checked, options.paper, say), {
    scale: 1,
    title: `${say('goods-receipt.title')} ${checked.number}`,
    language: options.locale,
    createdAt: checked.issuedAt,
  });
}
