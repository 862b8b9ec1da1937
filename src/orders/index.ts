/** The door of requests and orders for parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { markRead } from './notices/commands/mark-read.ts';
import { listOwnNotices } from './notices/queries/list-own.ts';

export { ordersErrors } from './errors.ts';
export { type NoticeKey, noticeKeys, type Telling } from './notices/notice.vocabulary.ts';
export type { NoticeView } from './notices/queries/list-own.ts';
export { tell } from './notices/tell.ts';
export { listOwnNotices, markRead };

export const ordersCommands: readonly AnyCommand[] = [markRead];
/** Sent by the product itself; no route and no button. */
export const ordersOwnCommands: readonly AnyCommand[] = [];
export const ordersQueries: readonly AnyQuery[] = [listOwnNotices];
