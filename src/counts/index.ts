/** The door of counts, adjustments and scrapping. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { countsErrors } from './errors.ts';

export const countsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const countsOwnCommands: readonly AnyCommand[] = [];
export const countsQueries: readonly AnyQuery[] = [];
