/** The door of requests and orders for parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { markRead } from './notices/commands/mark-read.ts';
import { tellProgress } from './notices/commands/tell-progress.ts';
import { listOwnNotices } from './notices/queries/list-own.ts';
import { approveRequest } from './requests/commands/approve.ts';
import { cancelRequest } from './requests/commands/cancel.ts';
import { followOrderOfRequest } from './requests/commands/follow-order.ts';
import { rejectRequest } from './requests/commands/reject.ts';
import { setRequestPolicy } from './requests/commands/set-policy.ts';
import { submitRequest } from './requests/commands/submit.ts';
import { countRequests } from './requests/queries/count-requests.ts';
import { getRequest } from './requests/queries/get-request.ts';
import { listRequestPolicies } from './requests/queries/list-policies.ts';
import { listRequests } from './requests/queries/list-requests.ts';
import { lookUpParts } from './requests/queries/look-up-part.ts';
import { listOwnVans } from './requests/queries/own-vans.ts';

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
export type { RequestLineView, RequestSummary, RequestView } from './requests/contract.ts';
export { requestKinds } from './requests/contract.ts';
export type { AskablePart } from './requests/queries/look-up-part.ts';
export { requestFlow } from './requests/request.machine.ts';
export {
  approveRequest,
  cancelRequest,
  countRequests,
  followOrderOfRequest,
  getRequest,
  listOwnNotices,
  listOwnVans,
  listRequestPolicies,
  listRequests,
  lookUpParts,
  markRead,
  rejectRequest,
  setRequestPolicy,
  submitRequest,
  tellProgress,
};

export const ordersCommands: readonly AnyCommand[] = [
  markRead,
  submitRequest,
  approveRequest,
  rejectRequest,
  cancelRequest,
  setRequestPolicy,
];
/** Sent by the product itself; no route and no button. */
export const ordersOwnCommands: readonly AnyCommand[] = [followOrderOfRequest, tellProgress];
export const ordersQueries: readonly AnyQuery[] = [
  listOwnNotices,
  listRequests,
  getRequest,
  countRequests,
  lookUpParts,
  listOwnVans,
  listRequestPolicies,
];
