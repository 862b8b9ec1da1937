/** Addresses of parts that come back: unused and defective. */
import type { Operation } from '../operation.ts';

export const partReturnsRoutes: readonly Operation[] = [];
