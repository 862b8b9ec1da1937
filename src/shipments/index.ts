/** The door of picking, packing and shipping of parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { shipmentsErrors } from './errors.ts';

export const shipmentsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const shipmentsOwnCommands: readonly AnyCommand[] = [];
export const shipmentsQueries: readonly AnyQuery[] = [];
