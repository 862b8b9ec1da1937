/** What a command on a request answers: where it now stands, and the order it became. */

import { allowedEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import type { Read } from '../../platform/work.ts';
import { ordersErrors } from '../errors.ts';
import { type RequestMoved, requestMoved } from './contract.ts';
import { orderOf } from './facts.store.ts';
import { requestFlow } from './request.machine.ts';
import { getRequestRow, type RequestRow } from './store.ts';
import type { WishEvent } from './wish.vocabulary.ts';

/** The present place of a request. */
export async function whereIsRequest(read: Read, requestId: string): Promise<RequestMoved> {
  const { id, number, version, state } = await getRequestRow(read, requestId);
  const order = await orderOf(read, id);
  const orderNumber = order?.number ?? null;
  return requestMoved.parse({ requestId: id, number, version, state, orderNumber });
}

/**
 * Passes when the request waits for this event at all; asked before its data are judged, so that
 * whoever comes too late hears that, and not what is wrong with his form.
 * @throws orders.event-not-allowed
 */
export function requireStep(row: RequestRow, event: WishEvent['type']): void {
  const waits = allowedEvents(requestFlow, storedOf(row)).some((one) => one.event === event);
  if (!waits) throw ordersErrors.error('event-not-allowed', { event, state: row.state });
}
