/**
 * An order to a supplier: written, sent, confirmed, received in parts, ended. Decides what may happen
 * next; must not know parts, prices, suppliers, time or who pressed the button.
 */
import { and, assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import { purchasingErrors } from './errors.ts';
import {
  type PurchaseBalance,
  type PurchaseEvent,
  purchaseEffects,
} from './purchase.vocabulary.ts';

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** What the event makes of the numbers. */
function settled(balance: PurchaseBalance, event: PurchaseEvent): PurchaseBalance {
  switch (event.type) {
    case 'note-lines':
      return { ...balance, ordered: event.ordered, unpriced: event.unpriced };
    case 'receive':
      return { ...balance, received: balance.received + event.quantity };
    case 'cancel':
      return { ...balance, cancelled: balance.cancelled + event.quantity };
    default:
      return balance;
  }
}

/** Whether the numbers of the event fit those of the order. */
function fits({ ordered, received, cancelled }: PurchaseBalance, event: PurchaseEvent): boolean {
  switch (event.type) {
    case 'note-lines':
      return isCount(event.ordered) && isCount(event.unpriced);
    case 'receive':
    case 'cancel':
      return (
        isCount(event.quantity) &&
        event.quantity > 0 &&
        event.quantity <= ordered - received - cancelled
      );
    default:
      return true;
  }
}

const purchase = setup({
  types: {
    context: {} as PurchaseBalance,
    events: {} as PurchaseEvent,
    input: {} as Record<string, never>,
  },
  guards: {
    quantityIsToCome: ({ context, event }) => fits(context, event),
    somethingIsOrdered: ({ context }) => context.ordered > 0,
    everyPriceIsKnown: ({ context }) => context.unpriced === 0,
    nothingIsToCome: ({ context }) => context.received + context.cancelled === context.ordered,
    everythingHasCome: ({ context }) => context.received === context.ordered,
    somethingHasCome: ({ context }) => context.received > 0,
  },
  actions: {
    ...purchaseEffects,
    settle: assign(({ context, event }) => settled(context, event)),
  },
});

const onTheWay = {
  receive: { guard: 'quantityIsToCome', actions: ['settle', 'promiseSupply'] },
  cancel: { guard: 'quantityIsToCome', actions: ['settle', 'promiseSupply'] },
} as const;

const ends = [
  { guard: and(['nothingIsToCome', 'everythingHasCome']), target: 'received' },
  { guard: and(['nothingIsToCome', 'somethingHasCome']), target: 'closed' },
  { guard: 'nothingIsToCome', target: 'cancelled' },
] as const;

const begun = { guard: 'somethingHasCome', target: 'partly-received' } as const;
const confirm = { target: 'confirmed', actions: 'promiseSupply' } as const;

const machine = purchase.createMachine({
  id: 'purchaseOrder',
  context: { ordered: 0, unpriced: 0, received: 0, cancelled: 0 },
  initial: 'draft',
  states: {
    draft: {
      on: {
        'note-lines': { guard: 'quantityIsToCome', actions: 'settle' },
        send: {
          guard: and(['somethingIsOrdered', 'everyPriceIsKnown']),
          target: 'sent',
          actions: ['promiseSupply', 'freezeSheet'],
        },
        discard: { target: 'cancelled' },
      },
    },
    sent: { on: { ...onTheWay, confirm }, always: [...ends, begun] },
    confirmed: { on: { ...onTheWay, confirm }, always: [...ends, begun] },
    'partly-received': {
      on: { ...onTheWay, confirm: { actions: 'promiseSupply' } },
      always: ends,
    },
    received: { type: 'final' },
    closed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The flow of a purchase order: what commands advance and desks ask for buttons. */
export const purchaseFlow = defineFlow({
  id: 'purchaseOrder',
  version: 1,
  machine,
  errors: purchasingErrors,
  effects: purchaseEffects,
  payloadGuards: ['quantityIsToCome'],
  internalEvents: ['note-lines', 'receive'],
});
