/** The addresses of receiving by list and discrepancies and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of receiving by list and discrepancies. */
export function receiptsPages(_pages: PageRoutes): void {}
