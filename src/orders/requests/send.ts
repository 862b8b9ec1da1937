/**
 * Sends an event to a locked request inside a command: advance the machine, save, perform its effects
 * in order. It decides nothing.
 */
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import type { Work } from '../../platform/work.ts';
import { cancelOrderRest } from '../cancel-rest.ts';
import { ordersErrors } from '../errors.ts';
import type { NoticeKey } from '../notices/notice.vocabulary.ts';
import { tell } from '../notices/tell.ts';
import { openOrder } from '../open-order.ts';
import { custodianOf } from './facts.store.ts';
import { requestFlow } from './request.machine.ts';
import {
  type RequestChanges,
  type RequestLineRow,
  type RequestRow,
  requestLinesOf,
  saveRequest,
} from './store.ts';
import type { WishEffects, WishEvent, WishNews } from './wish.vocabulary.ts';

/** What the effects need beside the request itself. */
export interface RequestFacts {
  readonly changes?: RequestChanges;
  /** Lines to take back; all when absent. */
  readonly lineIds?: readonly string[];
}

const noticeOf = {
  approved: 'asked-approved',
  'partly-approved': 'asked-partly-approved',
  rejected: 'asked-rejected',
  cancelled: 'asked-cancelled',
} as const satisfies Readonly<Record<WishNews, NoticeKey>>;

/** Whoever asked, and whoever answers for the place the parts go to. */
async function peopleToTell(
  work: Work,
  row: Pick<RequestRow, 'requestedById' | 'destinationId'>,
): Promise<string[]> {
  const custodianId = await custodianOf(work, row.destinationId);
  return [...new Set([row.requestedById, ...(custodianId === null ? [] : [custodianId])])];
}

function wanted(line: RequestLineRow): number {
  return line.approved ?? 0;
}

type Handlers = {
  readonly [K in keyof WishEffects]: (
    work: Work,
    on: { readonly row: RequestRow; readonly facts: RequestFacts },
    params: WishEffects[K],
  ) => Promise<void>;
};

const handlers: Handlers = {
  openOrder: async (work, { row }) => {
    const lines = await requestLinesOf(work, row.id);
    const { siteId, destinationId, document, documentNumber, neededBy, shipTo, note } = row;
    await openOrder(work, {
      kind: 'request',
      requestId: row.id,
      ...{ siteId, destinationId, document, documentNumber, neededBy, shipTo, note },
      priority: row.priority,
      requestedBy: { id: row.requestedById, name: row.requestedByName },
      lines: lines
        .filter((line) => wanted(line) > 0)
        .map((line) => ({
          partId: line.partId,
          quantity: wanted(line),
          requestLineId: line.id,
        })),
    });
  },
  cancelRest: async (work, { row, facts }) => {
    const { lineIds } = facts;
    const wish = { requestId: row.id, ...(lineIds === undefined ? {} : { lineIds }) };
    const cancelled = await cancelOrderRest(work, wish);
    if (cancelled.length === 0) throw ordersErrors.error('something-is-unpicked');
  },
  announce: async (work, { row }, { news }) => {
    for (const personId of await peopleToTell(work, row)) {
      await tell(work, {
        personId,
        about: `request:${row.id}`,
        key: noticeOf[news],
        params: { number: row.number, by: work.actor.name },
      });
    }
  },
};

/** The handler of an effect; the record is exhaustive by type, so one is always there. */
function handlerOf(type: keyof WishEffects) {
  return handlers[type] as (work: Work, on: unknown, params: unknown) => Promise<void>;
}

/**
 * Sends an event to a locked request, saves it and performs what follows.
 * @throws orders.event-not-allowed or the code of the guard that refused, and what the effects throw
 */
export async function sendToRequest(
  work: Work,
  row: RequestRow,
  event: WishEvent,
  facts: RequestFacts = {},
): Promise<RequestRow> {
  const move = advance(requestFlow, storedOf(row), event);
  // Saved before its effects: the order and the notices speak of what is written.
  const saved = await saveRequest(work, row, move, facts.changes);
  for (const { type, params } of move.effects) {
    await handlerOf(type)(work, { row: saved, facts }, params);
  }
  work.about(`request:${row.id}`);
  return saved;
}
