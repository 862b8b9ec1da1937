/** Addresses of receiving by list and discrepancies. */
import type { Operation } from '../operation.ts';

export const receiptsRoutes: readonly Operation[] = [];
