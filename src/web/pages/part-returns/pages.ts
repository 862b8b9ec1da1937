/** The addresses of parts that come back: unused and defective and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';

/** Adds the pages of parts that come back: unused and defective. */
export function partReturnsPages(_pages: PageRoutes): void {}
