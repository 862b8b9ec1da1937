/** The addresses of purchase demand and purchase orders and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of purchase demand and purchase orders. */
export function purchasingPages(_pages: PageRoutes): void {}
