/** Addresses of inventory and transaction reports. */
import type { Operation } from '../operation.ts';

export const reportsRoutes: readonly Operation[] = [];
