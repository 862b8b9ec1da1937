/**
 * The door of the documents room: joins what inventory and returns know with what the labels room can
 * print. Both desks ask here; every function answers a finished file.
 */
export { binLabels } from './bin-labels.ts';
export type { LabelChoice, PaperOptions, PrintedFile } from './contract.ts';
export { coverageSentences } from './coverage-sentences.ts';
export { rmaLabel, travellerLabel } from './line-labels.ts';
export { packingSlipPdf, rmaFormPdf } from './line-papers.ts';
export { purchaseOrderPdf } from './purchase-papers.ts';
export { goodsReceiptPdf, receiptLabels } from './receipt-papers.ts';
export { boxLabel, pickListPdf, shipmentSlipPdf } from './shipment-papers.ts';
export { locationLabel, partLabel } from './stock-labels.ts';
