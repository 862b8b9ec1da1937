/** The addresses of inventory and transaction reports and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of inventory and transaction reports. */
export function reportsPages(_pages: PageRoutes): void {}
