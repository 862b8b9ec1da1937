/**
 * Every English text of the pages. An area adds its own file `pages-<area>.en.ts` and one line here;
 * a key without its Chinese text fails the type check.
 */

import { adminPagesEn } from './pages-admin.en.ts';
import { floorPagesEn } from './pages-floor.en.ts';
import { floorWorkPagesEn } from './pages-floor-work.en.ts';
import { partsPagesEn } from './pages-parts.en.ts';
import { partsImportPagesEn } from './pages-parts-import.en.ts';
import { peoplePagesEn } from './pages-people.en.ts';
import { planningPagesEn } from './pages-planning.en.ts';
import { rmaPagesEn } from './pages-rma.en.ts';
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
} as const;

/** The key of a text on a page. */
export type PageKey = keyof typeof pagesEn;
