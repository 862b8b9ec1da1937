/**
 * Sends an event to a locked purchase order inside a command: advance the machine, perform its effects
 * in order, save. It decides nothing.
 */
import { expectSupply } from '../inventory/index.ts';
import { advance, allowedEvents } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { type PurchaseMoved, purchaseMoved } from './contract.ts';
import { endOfDay } from './end-of-day.ts';
import { purchasingErrors } from './errors.ts';
import { linesOf } from './lines.store.ts';
import { purchaseFlow } from './purchase.machine.ts';
import type { PurchaseEffects, PurchaseEvent } from './purchase.vocabulary.ts';
import { sheetOf } from './sheet.ts';
import { type PurchaseChanges, type PurchaseRow, savePurchase } from './store.ts';

interface Case {
  readonly row: PurchaseRow;
  readonly changes: PurchaseChanges;
}

/** The document of a line, as receipts and supply know it. */
export function documentOf(lineId: string): string {
  return `purchase-order-line:${lineId}`;
}

type Handlers = {
  readonly [K in keyof PurchaseEffects]: (work: Work, on: Case) => Promise<PurchaseChanges>;
};

const handlers: Handlers = {
  freezeSheet: async (work, { row, changes }) => {
    return { sheet: await sheetOf(work, { ...row, ...changes }) };
  },
  promiseSupply: async (work, { row }) => {
    for (const line of await linesOf(work, row.id)) {
      await expectSupply(work, {
        partId: line.partId,
        siteId: row.siteId,
        kind: 'purchase',
        quantity: line.quantity - line.received - line.cancelled,
        expectedAt: line.expectedOn === null ? null : endOfDay(line.expectedOn),
        document: documentOf(line.id),
        documentNumber: row.number,
      });
    }
    return {};
  },
};

/**
 * Sends an event to a locked order and saves it; its lines are written before.
 * @throws purchasing.event-not-allowed or the code of the guard that refused, and what effects throw
 */
export async function sendToPurchase(
  work: Work,
  row: PurchaseRow,
  event: PurchaseEvent,
  changes: PurchaseChanges = {},
): Promise<PurchaseRow> {
  const move = advance(purchaseFlow, storedOf(row), event);
  let all = changes;
  for (const { type } of move.effects) {
    all = { ...all, ...(await handlers[type](work, { row, changes: all })) };
  }
  work.about(`purchase-order:${row.id}`);
  return savePurchase(work, row, move, all);
}

/** Tells a draft what its lines come to now. @throws purchasing.event-not-allowed when it was sent */
export async function noteLines(work: Work, row: PurchaseRow): Promise<PurchaseRow> {
  const lines = await linesOf(work, row.id);
  return sendToPurchase(work, row, {
    type: 'note-lines',
    ordered: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    unpriced: lines.filter(({ priceMinor }) => priceMinor === null).length,
  });
}

/**
 * Passes when the order waits for this event at all; asked before its data are judged, so that whoever
 * comes too late hears that, and not what is wrong with his form.
 * @throws purchasing.event-not-allowed
 */
export function requireStep(row: PurchaseRow, event: PurchaseEvent['type']): void {
  const waits = allowedEvents(purchaseFlow, storedOf(row)).some((one) => one.event === event);
  if (!waits) throw purchasingErrors.error('event-not-allowed', { event, state: row.state });
}

/** What a command on an order answers. */
export function movedOf(row: PurchaseRow): PurchaseMoved {
  const { id, number, version, state } = row;
  return purchaseMoved.parse({ purchaseOrderId: id, number, version, state });
}

/**
 * Passes when goods may be taken in against the order.
 * @throws purchasing.not-sent-yet, order-is-ended
 */
export function requireReceivable(row: PurchaseRow): void {
  const { number, state } = row;
  if (row.closedAt !== null) throw purchasingErrors.error('order-is-ended', { number, state });
  const waits = allowedEvents(purchaseFlow, storedOf(row)).some(({ event }) => event === 'receive');
  if (!waits) throw purchasingErrors.error('not-sent-yet', { number });
}
