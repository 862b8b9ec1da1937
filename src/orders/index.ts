/** The door of requests and orders for parts. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { allocateByHand } from './commands/allocate-by-hand.ts';
import { allocateOrder } from './commands/allocate-order.ts';
import { allocateWaiting, feedWaiting } from './commands/allocate-waiting.ts';
import { cancelOrder } from './commands/cancel-order.ts';
import { changePriority } from './commands/change-priority.ts';
import { createOrder } from './commands/create-order.ts';
import { releaseAllocation } from './commands/release-allocation.ts';
import { takeOverAllocation } from './commands/take-over.ts';
import { markRead } from './notices/commands/mark-read.ts';
import { tellProgress } from './notices/commands/tell-progress.ts';
import { listOwnNotices } from './notices/queries/list-own.ts';
import { countOrderWork } from './queries/count-work.ts';
import { findOrderByScan } from './queries/find-by-scan.ts';
import { getOrder } from './queries/get-order.ts';
import { listOrders } from './queries/list-orders.ts';
import { listWaiting } from './queries/list-waiting.ts';
import { sourceLine } from './queries/sourcing-answer.ts';
import { verifyOrders } from './queries/verify-orders.ts';
import { whyNot } from './queries/why-not.ts';
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
export { auditOrders, orderValidators } from './allocation/audit.store.ts';
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
export type {
  HolderView,
  OrderAllocationView,
  OrderLineView,
  OrderSummary,
  OrderView,
  SourceView,
  WaitingLineView,
} from './contract.ts';
export { ordersErrors } from './errors.ts';
export { type NoticeKey, noticeKeys, type Telling } from './notices/notice.vocabulary.ts';
export type { NoticeView } from './notices/queries/list-own.ts';
export { tell } from './notices/tell.ts';
export { type OpenedOrder, type OrderWish, openOrder } from './open-order.ts';
export { orderFlow } from './order.machine.ts';
export { orderQueues } from './queries/list-orders.ts';
export { type Shortage, type ShortLine, shortageOf } from './queries/shortage.ts';
export { type BasketLine, withInstead, withOneMore } from './requests/basket.rules.ts';
export type { RequestLineView, RequestSummary, RequestView } from './requests/contract.ts';
export { requestKinds } from './requests/contract.ts';
export type { AskablePart } from './requests/queries/look-up-part.ts';
export { requestFlow } from './requests/request.machine.ts';
export {
  allocateByHand,
  allocateOrder,
  allocateWaiting,
  approveRequest,
  cancelOrder,
  cancelRequest,
  changePriority,
  countOrderWork,
  countRequests,
  createOrder,
  feedWaiting,
  findOrderByScan,
  followOrderOfRequest,
  getOrder,
  getRequest,
  listOrders,
  listOwnNotices,
  listOwnVans,
  listRequestPolicies,
  listRequests,
  listWaiting,
  lookUpParts,
  markRead,
  rejectRequest,
  releaseAllocation,
  setRequestPolicy,
  sourceLine,
  submitRequest,
  takeOverAllocation,
  tellProgress,
  verifyOrders,
  whyNot,
};

export const ordersCommands: readonly AnyCommand[] = [
  createOrder,
  allocateOrder,
  allocateWaiting,
  allocateByHand,
  takeOverAllocation,
  releaseAllocation,
  cancelOrder,
  changePriority,
  markRead,
  submitRequest,
  approveRequest,
  rejectRequest,
  cancelRequest,
  setRequestPolicy,
];
/** Sent by the product itself; no route and no button. */
export const ordersOwnCommands: readonly AnyCommand[] = [
  feedWaiting,
  followOrderOfRequest,
  tellProgress,
];
export const ordersQueries: readonly AnyQuery[] = [
  countOrderWork,
  findOrderByScan,
  listOrders,
  getOrder,
  listWaiting,
  sourceLine,
  whyNot,
  verifyOrders,
  listOwnNotices,
  listRequests,
  getRequest,
  countRequests,
  lookUpParts,
  listOwnVans,
  listRequestPolicies,
];
