/** The door of the transport network. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { networkErrors } from './errors.ts';

export const networkCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const networkOwnCommands: readonly AnyCommand[] = [];
export const networkQueries: readonly AnyQuery[] = [];
