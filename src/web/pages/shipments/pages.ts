/** The addresses of picking, packing and shipping of parts and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of picking, packing and shipping of parts. */
export function shipmentsPages(_pages: PageRoutes): void {}
