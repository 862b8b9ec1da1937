/** Addresses of the transport network. */
import type { Operation } from '../operation.ts';

export const networkRoutes: readonly Operation[] = [];
