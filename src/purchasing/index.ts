/** The door of purchase demand and purchase orders. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { purchasingErrors } from './errors.ts';

export const purchasingCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const purchasingOwnCommands: readonly AnyCommand[] = [];
export const purchasingQueries: readonly AnyQuery[] = [];
