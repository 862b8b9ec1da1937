/** The door of requests and orders for parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { ordersErrors } from './errors.ts';

export const ordersCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const ordersOwnCommands: readonly AnyCommand[] = [];
export const ordersQueries: readonly AnyQuery[] = [];
