/** The addresses of kits and bills of material and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of kits and bills of material. */
export function kitsPages(_pages: PageRoutes): void {}
