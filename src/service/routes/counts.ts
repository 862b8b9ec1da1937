/** Addresses of counts, adjustments and scrapping. */
import type { Operation } from '../operation.ts';

export const countsRoutes: readonly Operation[] = [];
