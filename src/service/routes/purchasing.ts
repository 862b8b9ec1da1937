/** Addresses of purchase demand and purchase orders. */
import type { Operation } from '../operation.ts';

export const purchasingRoutes: readonly Operation[] = [];
