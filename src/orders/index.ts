/** The door of requests and orders for parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { markRead } from './notices/commands/mark-read.ts';
import { listOwnNotices } from './notices/queries/list-own.ts';

export type { Allocated } from './allocation/allocate.ts';
export { feedBackorders, type Incoming } from './allocation/feed-backorders.ts';
export { lockAllocations } from './allocation/lock.ts';
export { type Arrived, allocationsArrived, allocationsShipped } from './allocation/on-the-road.ts';
export {
  allocationsPicked,
  allocationsUnpicked,
  type Pick,
  type PickResult,
  type Unpick,
} from './allocation/picked.ts';
export type { AllocationRow, AllocationState } from './allocation/store.ts';
export { type CancelledLine, type CancelWish, cancelOrderRest } from './cancel-rest.ts';
export { ordersErrors } from './errors.ts';
export { type NoticeKey, noticeKeys, type Telling } from './notices/notice.vocabulary.ts';
export type { NoticeView } from './notices/queries/list-own.ts';
export { tell } from './notices/tell.ts';
export { type OpenedOrder, type OrderWish, openOrder } from './open-order.ts';
export { listOwnNotices, markRead };

export const ordersCommands: readonly AnyCommand[] = [markRead];
/** Sent by the product itself; no route and no button. */
export const ordersOwnCommands: readonly AnyCommand[] = [];
export const ordersQueries: readonly AnyQuery[] = [listOwnNotices];
