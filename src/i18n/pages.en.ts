/**
 * Every English text of the pages. An area adds its own file `pages-<area>.en.ts` and one line here;
 * a key without its Chinese text fails the type check.
 */
import { floorPagesEn } from './pages-floor.en.ts';

export const pagesEn = { ...floorPagesEn } as const;

/** The key of a text on a page. */
export type PageKey = keyof typeof pagesEn;
