/** The addresses of counts, adjustments and scrapping and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showBin } from './bin-page.tsx';
import { showChanges } from './change-list.tsx';
import { sendProof, showChange, takeChangeStep } from './change-page.tsx';
import { showCount } from './count-page.tsx';
import { takeCancel, takeDecision } from './decide.ts';
import { showHub } from './hub.tsx';
import { sendAdjustment, sendScrap, showNewChange } from './new-change.tsx';
import { sendNewCount, showNewCount } from './new-count.tsx';
import { sendReason, sendTolerance, showSettings } from './settings.tsx';
import { takeBinScan, takeFinish, takeOpen, takeRestart, takeScan } from './take-scan.ts';

/** A form with a photo: the photo may have 5 MB. */
const scrapFormMax = 6 * 1024 * 1024;

/** Adds the pages of counts, adjustments and scrapping. */
export function countsPages(pages: PageRoutes): void {
  pages.get('/counts', 'counts.view', showHub);
  pages.get('/counts/new', 'counts.manage', showNewCount);
  pages.post('/counts/new', 'counts.manage', sendNewCount);
  pages.get('/counts/settings', 'counts.view', (visit) => showSettings(visit));
  pages.post('/counts/settings/tolerance', 'approvals.set-limits', sendTolerance);
  pages.post('/counts/settings/reason', 'approvals.set-limits', sendReason);
  pages.get('/counts/changes', 'counts.view', showChanges);
  pages.get('/counts/changes/:changeId', 'counts.view', (visit) => showChange(visit));
  pages.post('/counts/changes/:changeId/:event', 'counts.view', takeChangeStep);
  pages.get('/counts/proofs/:proofId', 'counts.view', sendProof);
  pages.get('/counts/adjustments/new', 'adjustments.ask', (visit) =>
    showNewChange(visit, 'adjustment'),
  );
  pages.post('/counts/adjustments/new', 'adjustments.ask', sendAdjustment);
  pages.get('/counts/scrap/new', 'stock.scrap', (visit) => showNewChange(visit, 'scrap'));
  pages.postLarge('/counts/scrap/new', 'stock.scrap', scrapFormMax, sendScrap);
  pages.get('/counts/:countId', 'counts.view', (visit) => showCount(visit));
  pages.post('/counts/:countId/scan-bin', 'counts.work', takeBinScan);
  pages.post('/counts/:countId/decide', 'counts.approve', takeDecision);
  pages.post('/counts/:countId/cancel', 'counts.manage', takeCancel);
  pages.get('/counts/:countId/bins/:binId', 'counts.work', (visit) => showBin(visit));
  pages.post('/counts/:countId/bins/:binId/open', 'counts.work', takeOpen);
  pages.post('/counts/:countId/bins/:binId/scan', 'counts.work', takeScan);
  pages.post('/counts/:countId/bins/:binId/finish', 'counts.work', takeFinish);
  pages.post('/counts/:countId/bins/:binId/restart', 'counts.work', takeRestart);
}
