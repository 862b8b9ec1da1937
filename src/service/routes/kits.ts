/** Addresses of kits and bills of material. */
import type { Operation } from '../operation.ts';

export const kitsRoutes: readonly Operation[] = [];
