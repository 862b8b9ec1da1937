/** The addresses of requests and orders for parts and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of requests and orders for parts. */
export function ordersPages(_pages: PageRoutes): void {}
