/** Addresses of requests and orders for parts. */
import type { Operation } from '../operation.ts';

export const ordersRoutes: readonly Operation[] = [];
