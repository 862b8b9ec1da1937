/** The door of parts that come back: unused and defective. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { partReturnsErrors } from './errors.ts';

export const partReturnsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const partReturnsOwnCommands: readonly AnyCommand[] = [];
export const partReturnsQueries: readonly AnyQuery[] = [];
