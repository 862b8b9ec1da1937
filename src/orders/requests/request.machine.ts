/**
 * The wish for parts of one person: asked, decided line by line, followed until all of it has come or
 * will not come. Decides what may happen next; must not know parts, places, limits of approval, time
 * or who pressed the button.
 */
import { and, assign, setup } from 'xstate';
import { defineFlow } from '../../platform/flow.ts';
import { ordersErrors } from '../errors.ts';
import {
  type WishBalance,
  type WishEvent,
  type WishInput,
  wishEffects,
} from './wish.vocabulary.ts';

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** What the event makes of the numbers. */
function settled(balance: WishBalance, event: WishEvent): WishBalance {
  const { undecided } = balance;
  switch (event.type) {
    case 'approve':
      return { ...balance, undecided: 0, approved: event.approved, refused: event.refused };
    case 'reject':
      return { ...balance, undecided: 0, refused: undecided };
    case 'cancel':
      return {
        ...balance,
        undecided: undecided - event.quantity,
        withdrawn: balance.withdrawn + event.quantity,
      };
    case 'follow':
      return { ...balance, arrived: event.arrived, cancelled: event.cancelled };
  }
}

/** Whether the numbers of the event fit those of the wish. */
function fits(balance: WishBalance, event: WishEvent): boolean {
  switch (event.type) {
    case 'approve':
      return (
        isCount(event.approved) &&
        isCount(event.refused) &&
        event.approved + event.refused === balance.undecided
      );
    case 'reject':
      return true;
    case 'cancel':
      return isCount(event.quantity) && event.quantity > 0 && event.quantity <= balance.undecided;
    case 'follow':
      return (
        isCount(event.arrived) &&
        isCount(event.cancelled) &&
        event.arrived + event.cancelled <= balance.approved
      );
  }
}

const wish = setup({
  types: {
    context: {} as WishBalance,
    events: {} as WishEvent,
    input: {} as WishInput,
  },
  guards: {
    quantityIsThere: ({ context, event }) => fits(context, event),
    somethingIsApproved: ({ event }) => event.type === 'approve' && event.approved > 0,
    nothingIsRefused: ({ event }) => event.type === 'approve' && event.refused === 0,
    nothingIsUndecided: ({ context }) => context.undecided === 0,
    nothingIsToCome: ({ context }) => context.arrived + context.cancelled === context.approved,
    everythingHasCome: ({ context }) => context.arrived === context.approved,
    somethingHasCome: ({ context }) => context.arrived > 0,
  },
  actions: {
    ...wishEffects,
    settle: assign(({ context, event }) => settled(context, event)),
  },
});

const approved = {
  on: {
    cancel: { actions: 'cancelRest' },
    follow: { guard: 'quantityIsThere', actions: 'settle' },
  },
  always: [
    { guard: and(['nothingIsToCome', 'everythingHasCome']), target: 'fulfilled' },
    { guard: and(['nothingIsToCome', 'somethingHasCome']), target: 'closed' },
    {
      guard: 'nothingIsToCome',
      target: 'cancelled',
      actions: { type: 'announce', params: { news: 'cancelled' } },
    },
  ],
} as const;

const requestMachine = wish.createMachine({
  id: 'partsRequest',
  context: ({ input }) => ({
    undecided: input.quantity,
    refused: 0,
    withdrawn: 0,
    approved: 0,
    arrived: 0,
    cancelled: 0,
  }),
  initial: 'submitted',
  states: {
    submitted: {
      on: {
        approve: [
          {
            guard: and(['quantityIsThere', 'somethingIsApproved', 'nothingIsRefused']),
            target: 'approved',
            actions: ['settle', 'openOrder', { type: 'announce', params: { news: 'approved' } }],
          },
          {
            guard: and(['quantityIsThere', 'somethingIsApproved']),
            target: 'partly-approved',
            actions: [
              'settle',
              'openOrder',
              { type: 'announce', params: { news: 'partly-approved' } },
            ],
          },
        ],
        reject: {
          target: 'rejected',
          actions: ['settle', { type: 'announce', params: { news: 'rejected' } }],
        },
        cancel: { guard: 'quantityIsThere', actions: 'settle' },
      },
      always: {
        guard: 'nothingIsUndecided',
        target: 'cancelled',
        actions: { type: 'announce', params: { news: 'cancelled' } },
      },
    },
    approved,
    'partly-approved': approved,
    rejected: { type: 'final' },
    cancelled: { type: 'final' },
    fulfilled: { type: 'final' },
    closed: { type: 'final' },
  },
});

/** The flow of a wish: what commands advance and desks ask for buttons. */
export const requestFlow = defineFlow({
  id: 'partsRequest',
  version: 1,
  machine: requestMachine,
  errors: ordersErrors,
  effects: wishEffects,
  payloadGuards: ['quantityIsThere', 'somethingIsApproved', 'nothingIsRefused'],
  internalEvents: ['follow'],
});
