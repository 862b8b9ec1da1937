/** Every Chinese text of the pages; see `pages.en.ts`. */
import type { PageKey } from './pages.en.ts';
import { floorPagesZhCn } from './pages-floor.zh-cn.ts';

export const pagesZhCn = { ...floorPagesZhCn } as const satisfies Readonly<Record<PageKey, string>>;
