/** Addresses of picking, packing and shipping of parts. */
import type { Operation } from '../operation.ts';

export const shipmentsRoutes: readonly Operation[] = [];
