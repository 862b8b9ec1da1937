/** Addresses of requests and orders for parts. */
import {
  approveRequest,
  cancelRequest,
  countRequests,
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
} from '../../orders/index.ts';
import { type Operation, operation } from '../operation.ts';

export const ordersRoutes: readonly Operation[] = [
  operation('GET', '/notices', listOwnNotices),
  operation('POST', '/notices/mark-read', markRead),
  operation('GET', '/requests', listRequests),
  operation('POST', '/requests', submitRequest, 201),
  operation('GET', '/requests/counts', countRequests),
  operation('GET', '/requests/own-vans', listOwnVans),
  operation('GET', '/requests/parts', lookUpParts),
  operation('GET', '/requests/policies', listRequestPolicies),
  operation('PUT', '/requests/policies', setRequestPolicy),
  operation('GET', '/requests/{requestId}', getRequest),
  operation('POST', '/requests/{requestId}/approve', approveRequest),
  operation('POST', '/requests/{requestId}/reject', rejectRequest),
  operation('POST', '/requests/{requestId}/cancel', cancelRequest),
];
