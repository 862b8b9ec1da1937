/**
 * A change of stock from the wish to the posting. What is to be scrapped is held from the first moment
 * and given back when the answer is no. Must not know quantities, places or who decides.
 */
import { setup } from 'xstate';
import { defineFlow } from '../../platform/flow.ts';
import { countsErrors } from '../errors.ts';
import {
  type StockChangeContext,
  type StockChangeEvent,
  type StockChangeInput,
  stockChangeEffects,
} from './stock-change.vocabulary.ts';

const change = setup({
  types: {
    context: {} as StockChangeContext,
    events: {} as StockChangeEvent,
    input: {} as StockChangeInput,
  },
  guards: { isScrapping: ({ context }) => context.kind === 'scrap' },
  actions: { ...stockChangeEffects },
});

const machine = change.createMachine({
  id: 'stockChange',
  context: ({ input }) => ({ kind: input.kind }),
  initial: 'requested',
  states: {
    requested: {
      entry: {
        type: 'secureStock',
        params: ({ context }) => ({ isHeld: context.kind === 'scrap' }),
      },
      on: {
        approve: [
          { guard: 'isScrapping', target: 'posted', actions: 'scrapStock' },
          { target: 'posted', actions: 'correctStock' },
        ],
        reject: [
          { guard: 'isScrapping', target: 'rejected', actions: 'releaseStock' },
          { target: 'rejected' },
        ],
        cancel: [
          { guard: 'isScrapping', target: 'cancelled', actions: 'releaseStock' },
          { target: 'cancelled' },
        ],
      },
    },
    posted: { type: 'final' },
    rejected: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The flow of a stock change. */
export const stockChangeFlow = defineFlow({
  id: 'stockChange',
  version: 1,
  machine,
  errors: countsErrors,
  effects: stockChangeEffects,
});
