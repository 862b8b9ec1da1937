/**
 * One pile, or one serialised part, in one bin of a count: counted, perhaps counted again, then right,
 * posted or put down as explained otherwise. Decides what a verdict leads to; must not know numbers.
 */
import { assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import {
  type CountLineContext,
  type CountLineEvent,
  countLineEffects,
} from './counting.vocabulary.ts';
import { countsErrors } from './errors.ts';

const line = setup({
  types: { context: {} as CountLineContext, events: {} as CountLineEvent },
  guards: {
    isRight: ({ event }) => event.type === 'judge' && event.verdict === 'right',
    isInDoubt: ({ context, event }) =>
      event.type === 'judge' && event.verdict === 'beyond' && !context.wasRecounted,
    isFirstCount: ({ context }) => !context.wasRecounted,
  },
  actions: { ...countLineEffects, noteRecount: assign({ wasRecounted: true }) },
});

const cancel = 'cancelled';

const machine = line.createMachine({
  id: 'countLine',
  context: { wasRecounted: false },
  initial: 'counting',
  states: {
    counting: {
      on: {
        scan: {},
        judge: [
          { guard: 'isRight', target: 'right' },
          { guard: 'isInDoubt', target: 'to-recount' },
          { target: 'to-approve' },
        ],
        'give-up': [{ guard: 'isFirstCount' }, { target: 'to-recount' }],
        cancel,
      },
    },
    'to-recount': { on: { recount: { target: 'counting', actions: 'noteRecount' }, cancel } },
    'to-approve': {
      on: {
        approve: { target: 'posted', actions: 'postDifference' },
        'send-back': 'to-recount',
        dismiss: 'dismissed',
        cancel,
      },
    },
    right: { type: 'final' },
    posted: { type: 'final' },
    dismissed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The line's flow. */
export const countLineFlow = defineFlow({
  id: 'countLine',
  version: 1,
  machine,
  errors: countsErrors,
  effects: countLineEffects,
  payloadGuards: ['isRight', 'isInDoubt'],
  internalEvents: ['scan', 'judge', 'recount', 'give-up', 'cancel'],
});
