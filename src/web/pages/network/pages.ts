/** The addresses of the transport network and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of the transport network. */
export function networkPages(_pages: PageRoutes): void {}
