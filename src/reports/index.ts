/** The door of inventory and transaction reports. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { reportsErrors } from './errors.ts';

export const reportsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const reportsOwnCommands: readonly AnyCommand[] = [];
export const reportsQueries: readonly AnyQuery[] = [];
