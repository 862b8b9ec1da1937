/**
 * The door of the labels room: views in, bytes out. It prints what the desks hand it and asks nobody
 * else, so it may not know a table, a clock or another room.
 */
export {
  type BoxLabelView,
  type CoverageKey,
  type LabelFormat,
  type LabelKind,
  type LabelLocale,
  type LabelViews,
  type LocationLabelView,
  labelFormats,
  labelsMax,
  type PartLabelView,
  type RmaLabelView,
  type UnitLabelView,
} from './contract.ts';
export type {
  PackingSlipView,
  RmaFormView,
} from './documents/contract.ts';
export { labelErrors } from './errors.ts';
export {
  renderPackingSlip,
  renderPickList,
  renderRmaForm,
  renderShipmentSlip,
} from './render-documents.ts';
export { renderGoodsReceipt } from './render-goods-receipt.ts';
export { renderLabels } from './render-labels.ts';
export { renderPurchaseOrder } from './render-purchase-order.ts';
export { type LabelSizeName, labelSizes, type PaperName, papers } from './sizes.ts';
