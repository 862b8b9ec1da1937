/** The addresses of counts, adjustments and scrapping and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of counts, adjustments and scrapping. */
export function countsPages(_pages: PageRoutes): void {}
