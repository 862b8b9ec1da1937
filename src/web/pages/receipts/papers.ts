/** The papers of a receipt, shown in the browser: its note and all its labels. */
import { goodsReceiptPdf, receiptLabels } from '../../../documents/index.ts';
import { labelSizes, papers } from '../../../labels/index.ts';
import { idStep, type Visit } from '../../visit.ts';
import { answer, chosen, keysOf, localeAsked } from '../documents/pages.ts';

/** `/documents/receipts/:id/goods-receipt.pdf`; parameters `lang`, `paper`. */
export async function showNote(visit: Visit) {
  const { executor, settings } = visit.ports;
  const paper = chosen(visit, 'paper', keysOf(papers));
  const file = await goodsReceiptPdf(executor, visit.actor, idStep(visit, 'id'), {
    publicUrl: settings.publicUrl,
    locale: localeAsked(visit),
    ...(paper === undefined ? {} : { paper }),
  });
  return answer(visit, file);
}

/** `/documents/receipts/:id/labels.pdf`; parameters `lang`, `size`, `sheet`. */
export async function showLabels(visit: Visit) {
  const { executor, settings } = visit.ports;
  const size = chosen(visit, 'size', keysOf(labelSizes));
  const asked = visit.param('sheet');
  const file = await receiptLabels(executor, visit.actor, idStep(visit, 'id'), {
    publicUrl: settings.publicUrl,
    locale: localeAsked(visit),
    sheet: /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1,
    ...(size === undefined ? {} : { size }),
  });
  return answer(visit, file);
}
