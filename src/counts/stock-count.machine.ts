/**
 * A count as a whole: it follows its bins and lines from the first scan to the posting, and says what
 * an approver may do now. Decides by the tally it is told; must not know quantities, tables or people.
 */
import { assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import {
  type StockCountContext,
  type StockCountEvent,
  type StockCountInput,
  stockCountEffects,
} from './counting.vocabulary.ts';
import { countsErrors } from './errors.ts';

const count = setup({
  types: {
    context: {} as StockCountContext,
    events: {} as StockCountEvent,
    input: {} as StockCountInput,
  },
  guards: {
    somethingIsToApprove: ({ context }) => context.tally.toApprove > 0,
    nothingIsPosted: ({ context }) => context.tally.posted === 0,
    isUntouched: ({ event }) =>
      event.type === 'progress' && event.tally.binsUntouched === event.tally.bins,
    hasBinsLeft: ({ event }) => event.type === 'progress' && event.tally.binsLeft > 0,
    hasDoubts: ({ event }) => event.type === 'progress' && event.tally.toRecount > 0,
    hasDifferences: ({ event }) => event.type === 'progress' && event.tally.toApprove > 0,
  },
  actions: {
    ...stockCountEffects,
    noteTally: assign({
      tally: ({ context, event }) => (event.type === 'progress' ? event.tally : context.tally),
    }),
  },
});

const progress = [
  { guard: 'isUntouched', target: 'open', actions: 'noteTally' },
  { guard: 'hasBinsLeft', target: 'counting', actions: 'noteTally' },
  { guard: 'hasDoubts', target: 'to-recount', actions: 'noteTally' },
  { guard: 'hasDifferences', target: 'to-approve', actions: 'noteTally' },
  { target: 'posted', actions: ['noteTally', 'closeBins'] },
] as const;

const cancel = { guard: 'nothingIsPosted', target: 'cancelled', actions: 'cancelRest' } as const;

/** What an approver may say while lines wait for him; the lines themselves move, then the tally is told. */
const decisions = {
  approve: { guard: 'somethingIsToApprove' },
  'send-back': { guard: 'somethingIsToApprove' },
  dismiss: { guard: 'somethingIsToApprove' },
} as const;

const machine = count.createMachine({
  id: 'stockCount',
  context: ({ input: { bins } }) => ({
    tally: { bins, binsUntouched: bins, binsLeft: bins, toRecount: 0, toApprove: 0, posted: 0 },
  }),
  initial: 'open',
  states: {
    open: { on: { progress, cancel } },
    counting: { on: { progress, cancel, ...decisions } },
    'to-recount': { on: { progress, cancel, ...decisions } },
    'to-approve': { on: { progress, cancel, ...decisions } },
    posted: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The count's flow. */
export const stockCountFlow = defineFlow({
  id: 'stockCount',
  version: 1,
  machine,
  errors: countsErrors,
  effects: stockCountEffects,
  payloadGuards: ['isUntouched', 'hasBinsLeft', 'hasDoubts', 'hasDifferences'],
  internalEvents: ['progress'],
});
