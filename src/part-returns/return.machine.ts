/**
 * A return is open while parts are listed or handed over piece by piece, sent while any are on the
 * way, received until every piece is inspected. Decides only from how far the pieces are; must not
 * know tables, stock, time or who asks.
 */
import { and, assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import { partReturnsErrors } from './errors.ts';
import { type HowFar, type ReturnEvent, returnEffects } from './return.vocabulary.ts';

const matter = setup({
  types: { context: {} as HowFar, events: {} as ReturnEvent },
  guards: {
    someAreListed: ({ context }) => !context.isAllGone,
    nothingHasLeft: ({ context }) => context.isUntouched,
    somethingIsHere: ({ context }) => !context.isAllInspected,
    isInHouse: ({ event }) => !event.isUntouched && event.isAllGone && event.isAllIn,
    isThrough: ({ event }) =>
      !event.isUntouched && event.isAllGone && event.isAllIn && event.isAllInspected,
  },
  actions: {
    ...returnEffects,
    note: assign(({ event }) => {
      const { isAllGone, isAllIn, isAllInspected, isUntouched } = event;
      return { isAllGone, isAllIn, isAllInspected, isUntouched };
    }),
  },
});

/** Where the pieces lead: to the end, into the house, or nowhere yet. */
const ways = matter.createStateConfig({
  on: {
    arrive: [
      { guard: 'isThrough', target: 'closed', actions: ['note', 'finish'] },
      { guard: 'isInHouse', target: 'received', actions: 'note' },
      { actions: 'note' },
    ],
    inspect: [
      {
        guard: and(['somethingIsHere', 'isThrough']),
        target: 'closed',
        actions: ['note', 'finish'],
      },
      { guard: and(['somethingIsHere', 'isInHouse']), target: 'received', actions: 'note' },
      { guard: 'somethingIsHere', actions: 'note' },
    ],
  },
});
const { arrive, inspect } = ways.on;

const machine = matter.createMachine({
  id: 'part-return',
  context: { isAllGone: true, isAllIn: true, isAllInspected: true, isUntouched: true },
  initial: 'open',
  states: {
    open: {
      on: {
        list: arrive,
        send: { guard: 'someAreListed', target: 'sent', actions: 'note' },
        'hand-over': [
          { guard: and(['someAreListed', 'isInHouse']), target: 'received', actions: 'note' },
          { guard: 'someAreListed', actions: 'note' },
        ],
        inspect,
        cancel: { guard: 'nothingHasLeft', target: 'cancelled', actions: ['letGo', 'finish'] },
      },
    },
    sent: { on: { arrive, lose: arrive, inspect } },
    received: {
      on: { inspect, find: { target: 'sent', actions: 'note' } },
    },
    // What was lost may turn up when everything else is long done.
    closed: { on: { find: { target: 'sent', actions: ['note', 'resume'] } } },
    cancelled: { type: 'final' },
  },
});

/** The return's flow: what commands advance and desks ask for buttons. */
export const partReturnFlow = defineFlow({
  id: 'part-return',
  version: 1,
  machine,
  errors: partReturnsErrors,
  effects: returnEffects,
  payloadGuards: ['isThrough', 'isInHouse'],
  internalEvents: ['arrive', 'lose', 'find'],
});
