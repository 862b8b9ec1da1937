/** The door of kits and bills of material. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { kitsErrors } from './errors.ts';

export const kitsCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const kitsOwnCommands: readonly AnyCommand[] = [];
export const kitsQueries: readonly AnyQuery[] = [];
