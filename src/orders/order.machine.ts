/**
 * The promise to bring parts to one place. Every event carries pieces from one stage of their way to
 * the next, so that none appears or gets lost between two stages; the order ends by itself when no
 * piece is outstanding. Must not know parts, places, tables, time or who pressed the button.
 */
import { and, assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import { ordersErrors } from './errors.ts';
import {
  type OrderBalance,
  type OrderEvent,
  type OrderInput,
  orderEffects,
} from './order.vocabulary.ts';

type Stage = keyof OrderBalance;

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** Carries pieces between stages. */
function carried(balance: OrderBalance, moves: readonly (readonly [Stage, Stage, number])[]) {
  const next: Record<Stage, number> = { ...balance };
  for (const [from, to, quantity] of moves) {
    next[from] -= quantity;
    next[to] += quantity;
  }
  return next;
}

/** Which stages an event carries pieces between. */
function movesOf(event: OrderEvent): readonly (readonly [Stage, Stage, number])[] {
  switch (event.type) {
    case 'allocate':
      return [['waiting', 'held', event.quantity]];
    case 'release':
      return [['held', 'waiting', event.quantity]];
    case 'cancel-rest':
      return [
        ['waiting', 'cancelled', event.waiting],
        ['held', 'cancelled', event.held],
      ];
    case 'pick':
      return [['held', 'picked', event.quantity]];
    case 'unpick':
      return [['picked', 'held', event.quantity]];
    case 'ship':
      return [['picked', 'onTheRoad', event.quantity]];
    case 'arrive':
      return [
        ['onTheRoad', 'received', event.received],
        ['onTheRoad', 'waiting', event.lost],
      ];
  }
}

/** Whether every stage holds what the event takes from it, and it takes something. */
function isThere(balance: OrderBalance, event: OrderEvent): boolean {
  const moves = movesOf(event);
  const after = carried(balance, moves);
  return (
    moves.every(([, , quantity]) => isCount(quantity)) &&
    moves.some(([, , quantity]) => quantity > 0) &&
    moves.every(([from]) => after[from] >= 0)
  );
}

const order = setup({
  types: {
    context: {} as OrderBalance,
    events: {} as OrderEvent,
    input: {} as OrderInput,
  },
  guards: {
    somethingWaits: ({ context }) => context.waiting > 0,
    somethingIsHeld: ({ context }) => context.held > 0,
    somethingIsUnpicked: ({ context }) => context.waiting + context.held > 0,
    quantityIsThere: ({ context, event }) => isThere(context, event),
    nothingIsOutstanding: ({ context }) =>
      context.waiting + context.held + context.picked + context.onTheRoad === 0,
    somethingHasArrived: ({ context }) => context.received > 0,
    nothingWasCancelled: ({ context }) => context.cancelled === 0,
  },
  actions: {
    ...orderEffects,
    carry: assign(({ context, event }) => carried(context, movesOf(event))),
  },
});

const toFulfilled = {
  guard: and(['nothingIsOutstanding', 'nothingWasCancelled']),
  target: 'fulfilled',
  actions: { type: 'announceEnd', params: { end: 'fulfilled' } },
} as const;
const toClosed = {
  guard: and(['nothingIsOutstanding', 'somethingHasArrived']),
  target: 'closed',
  actions: { type: 'announceEnd', params: { end: 'closed' } },
} as const;
const toCancelled = {
  guard: 'nothingIsOutstanding',
  target: 'cancelled',
  actions: { type: 'announceEnd', params: { end: 'cancelled' } },
} as const;

const steps = {
  allocate: { guard: and(['somethingWaits', 'quantityIsThere']), actions: 'carry' },
  release: { guard: and(['somethingIsHeld', 'quantityIsThere']), actions: 'carry' },
  'cancel-rest': { guard: and(['somethingIsUnpicked', 'quantityIsThere']), actions: 'carry' },
  pick: { guard: 'quantityIsThere', actions: 'carry' },
  unpick: { guard: 'quantityIsThere', actions: 'carry' },
  ship: { guard: 'quantityIsThere', actions: 'carry' },
  arrive: { guard: 'quantityIsThere', actions: 'carry' },
} as const;

const orderMachine = order.createMachine({
  id: 'order',
  context: ({ input }) => ({
    waiting: input.quantity,
    held: 0,
    picked: 0,
    onTheRoad: 0,
    received: 0,
    cancelled: 0,
  }),
  initial: 'open',
  states: {
    open: {
      on: steps,
      always: [
        toFulfilled,
        toClosed,
        toCancelled,
        { guard: 'somethingHasArrived', target: 'partly-fulfilled' },
      ],
    },
    'partly-fulfilled': { on: steps, always: [toFulfilled, toClosed] },
    fulfilled: { type: 'final' },
    closed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The order's flow: what commands advance and desks ask for buttons. */
export const orderFlow = defineFlow({
  id: 'order',
  version: 1,
  machine: orderMachine,
  errors: ordersErrors,
  effects: orderEffects,
  payloadGuards: ['quantityIsThere'],
  internalEvents: ['pick', 'unpick', 'ship', 'arrive'],
});
