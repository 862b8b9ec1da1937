/** Every Chinese text of the pages; see `pages.en.ts`. */
import type { PageKey } from './pages.en.ts';
import { adminPagesZhCn } from './pages-admin.zh-cn.ts';
import { costsPagesZhCn } from './pages-costs.zh-cn.ts';
import { countsPagesZhCn } from './pages-counts.zh-cn.ts';
import { floorPagesZhCn } from './pages-floor.zh-cn.ts';
import { floorWorkPagesZhCn } from './pages-floor-work.zh-cn.ts';
import { kitsPagesZhCn } from './pages-kits.zh-cn.ts';
import { networkPagesZhCn } from './pages-network.zh-cn.ts';
import { ordersPagesZhCn } from './pages-orders.zh-cn.ts';
import { partMasterPagesZhCn } from './pages-part-master.zh-cn.ts';
import { partReturnsPagesZhCn } from './pages-part-returns.zh-cn.ts';
import { partsPagesZhCn } from './pages-parts.zh-cn.ts';
import { partsImportPagesZhCn } from './pages-parts-import.zh-cn.ts';
import { peoplePagesZhCn } from './pages-people.zh-cn.ts';
import { planningPagesZhCn } from './pages-planning.zh-cn.ts';
import { purchasingPagesZhCn } from './pages-purchasing.zh-cn.ts';
import { receiptsPagesZhCn } from './pages-receipts.zh-cn.ts';
import { reportsPagesZhCn } from './pages-reports.zh-cn.ts';
import { requestsPagesZhCn } from './pages-requests.zh-cn.ts';
import { rmaPagesZhCn } from './pages-rma.zh-cn.ts';
import { shipmentsPagesZhCn } from './pages-shipments.zh-cn.ts';
import { sitesPagesZhCn } from './pages-sites.zh-cn.ts';
import { stockPagesZhCn } from './pages-stock.zh-cn.ts';

export const pagesZhCn = {
  ...floorPagesZhCn,
  ...peoplePagesZhCn,
  ...rmaPagesZhCn,
  ...floorWorkPagesZhCn,
  ...adminPagesZhCn,
  ...partsPagesZhCn,
  ...partsImportPagesZhCn,
  ...planningPagesZhCn,
  ...stockPagesZhCn,
  ...networkPagesZhCn,
  ...kitsPagesZhCn,
  ...ordersPagesZhCn,
  ...requestsPagesZhCn,
  ...shipmentsPagesZhCn,
  ...receiptsPagesZhCn,
  ...purchasingPagesZhCn,
  ...partReturnsPagesZhCn,
  ...countsPagesZhCn,
  ...reportsPagesZhCn,
  ...partMasterPagesZhCn,
  ...costsPagesZhCn,
  ...sitesPagesZhCn,
} as const satisfies Readonly<Record<PageKey, string>>;
