/**
 * Every English text of the pages. An area adds its own file `pages-<area>.en.ts` and one line here;
 * a key without its Chinese text fails the type check.
 */

import { adminPagesEn } from './pages-admin.en.ts';
import { costsPagesEn } from './pages-costs.en.ts';
import { countsPagesEn } from './pages-counts.en.ts';
import { floorPagesEn } from './pages-floor.en.ts';
import { floorWorkPagesEn } from './pages-floor-work.en.ts';
import { kitsPagesEn } from './pages-kits.en.ts';
import { networkPagesEn } from './pages-network.en.ts';
import { ordersPagesEn } from './pages-orders.en.ts';
import { partMasterPagesEn } from './pages-part-master.en.ts';
import { partReturnsPagesEn } from './pages-part-returns.en.ts';
import { partsPagesEn } from './pages-parts.en.ts';
import { partsImportPagesEn } from './pages-parts-import.en.ts';
import { peoplePagesEn } from './pages-people.en.ts';
import { planningPagesEn } from './pages-planning.en.ts';
import { purchasingPagesEn } from './pages-purchasing.en.ts';
import { receiptsPagesEn } from './pages-receipts.en.ts';
import { reportsPagesEn } from './pages-reports.en.ts';
import { requestsPagesEn } from './pages-requests.en.ts';
import { rmaPagesEn } from './pages-rma.en.ts';
import { shipmentsPagesEn } from './pages-shipments.en.ts';
import { sitesPagesEn } from './pages-sites.en.ts';
import { stockPagesEn } from './pages-stock.en.ts';

export const pagesEn = {
  ...floorPagesEn,
  ...peoplePagesEn,
  ...rmaPagesEn,
  ...floorWorkPagesEn,
  ...adminPagesEn,
  ...partsPagesEn,
  ...partsImportPagesEn,
  ...planningPagesEn,
  ...stockPagesEn,
  ...networkPagesEn,
  ...kitsPagesEn,
  ...ordersPagesEn,
  ...requestsPagesEn,
  ...shipmentsPagesEn,
  ...receiptsPagesEn,
  ...purchasingPagesEn,
  ...partReturnsPagesEn,
  ...countsPagesEn,
  ...reportsPagesEn,
  ...partMasterPagesEn,
  ...costsPagesEn,
  ...sitesPagesEn,
} as const;

/** The key of a text on a page. */
export type PageKey = keyof typeof pagesEn;
