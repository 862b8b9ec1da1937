/** The paper of a purchase order, shown in the browser: in the supplier's language unless asked. */
import { purchaseOrderPdf } from '../../../documents/index.ts';
import { papers } from '../../../labels/index.ts';
import { idStep, type Visit } from '../../visit.ts';
import { answer, chosen, keysOf, localeAsked } from '../documents/pages.ts';

/** `/documents/purchase-orders/:id/order.pdf`; parameters `lang`, `paper`. */
export async function showPaper(visit: Visit) {
  const { executor, settings } = visit.ports;
  const paper = chosen(visit, 'paper', keysOf(papers));
  const file = await purchaseOrderPdf(executor, visit.actor, idStep(visit, 'id'), {
    publicUrl: settings.publicUrl,
    locale: localeAsked(visit),
    ...(paper === undefined ? {} : { paper }),
  });
  return answer(visit, file);
}
