/** The door of receiving by list and discrepancies. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { receiptsErrors } from './errors.ts';

export const receiptsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const receiptsOwnCommands: readonly AnyCommand[] = [];
export const receiptsQueries: readonly AnyQuery[] = [];
