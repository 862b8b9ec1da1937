/** The addresses of receiving by list and discrepancies and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showArrival } from './arrival-page.tsx';
import { showByHand, takeByHand } from './by-hand-page.tsx';
import { sendAssign, sendDecision, showDiscrepancy, showQueue } from './discrepancy-pages.tsx';
import { followScan, showArrivals, showHub, showReceipts } from './hub-page.tsx';
import { showOrder, takeOrder } from './order-page.tsx';
import { showLabels, showNote } from './papers.ts';
import { sendInspect, sendPutAway, showInspect, showPutAway } from './put-away-page.tsx';
import { showReceipt } from './receipt-page.tsx';
import { sendRule, showRules } from './rules-page.tsx';
import { takeAll, takeBox, takeScan, takeShort } from './take-arrival.ts';

const arrival = '/receipts/arrivals/:shipmentId';
const discrepancy = '/receipts/discrepancies/:discrepancyId';

/** Adds the pages of receiving by list and discrepancies. */
export function receiptsPages(pages: PageRoutes): void {
  pages.get('/receipts', 'receipts.view', (visit) => showHub(visit));
  pages.get('/receipts/scan', 'receipts.view', followScan);
  pages.get('/receipts/list', 'receipts.view', showReceipts);
  pages.get('/receipts/arrivals', 'receipts.view', showArrivals);
  pages.get('/receipts/arrivals/order', 'receipts.view', showOrder);
  pages.post('/receipts/arrivals/order', 'receipts.work', takeOrder);
  pages.get(arrival, 'receipts.view', (visit) => showArrival(visit));
  pages.post(`${arrival}/scan`, 'receipts.work', takeScan);
  pages.post(`${arrival}/all`, 'receipts.work', takeAll);
  pages.post(`${arrival}/box`, 'receipts.work', takeBox);
  pages.post(`${arrival}/short`, 'receipts.work', takeShort);
  pages.get('/receipts/by-hand', 'receipts.work', showByHand);
  pages.post('/receipts/by-hand', 'receipts.work', takeByHand);
  pages.get('/receipts/discrepancies', 'receipts.view', showQueue);
  pages.get(discrepancy, 'receipts.view', (visit) => showDiscrepancy(visit));
  pages.post(`${discrepancy}/assign`, 'receipts.resolve', sendAssign);
  pages.post(`${discrepancy}/:event`, 'receipts.resolve', sendDecision);
  pages.get('/receipts/put-away', 'receipts.view', showPutAway);
  pages.post('/receipts/put-away', 'receipts.work', sendPutAway);
  pages.get('/receipts/inspect', 'receipts.work', showInspect);
  pages.post('/receipts/inspect', 'receipts.work', sendInspect);
  pages.get('/receipts/rules', 'sites.edit', (visit) => showRules(visit));
  pages.post('/receipts/rules/:siteId', 'sites.edit', sendRule);
  pages.get('/receipts/:receiptId', 'receipts.view', showReceipt);
  pages.get('/documents/receipts/:id/goods-receipt.pdf', 'labels.print', showNote);
  pages.get('/documents/receipts/:id/labels.pdf', 'labels.print', showLabels);
}
