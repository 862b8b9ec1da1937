/** Every Chinese text of the pages; see `pages.en.ts`. */
import type { PageKey } from './pages.en.ts';
import { adminPagesZhCn } from './pages-admin.zh-cn.ts';
import { floorPagesZhCn } from './pages-floor.zh-cn.ts';
import { floorWorkPagesZhCn } from './pages-floor-work.zh-cn.ts';
import { partsPagesZhCn } from './pages-parts.zh-cn.ts';
import { partsImportPagesZhCn } from './pages-parts-import.zh-cn.ts';
import { peoplePagesZhCn } from './pages-people.zh-cn.ts';
import { planningPagesZhCn } from './pages-planning.zh-cn.ts';
import { rmaPagesZhCn } from './pages-rma.zh-cn.ts';
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
} as const satisfies Readonly<Record<PageKey, string>>;
