/**
 * One bin of a count: opened by a person, scanned, finished; and opened again by another person when
 * something in it is in doubt. Decides who may go on; must not know what lies in the bin.
 */
import { and, assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import {
  type CountBinContext,
  type CountBinEvent,
  countBinEffects,
} from './counting.vocabulary.ts';
import { countsErrors } from './errors.ts';

const bin = setup({
  types: { context: {} as CountBinContext, events: {} as CountBinEvent },
  guards: {
    counterIsAnother: ({ event }) => event.type === 'open' && event.isAnotherPerson,
    binIsOwn: ({ event }) => (event.type === 'scan' || event.type === 'finish') && event.isOwn,
    emptinessIsConfirmed: ({ event }) => event.type === 'finish' && event.isSeen,
    isFirstPass: ({ context }) => !context.isRecount,
  },
  actions: { ...countBinEffects, noteRecount: assign({ isRecount: true }) },
});

const cancel = 'cancelled';

const machine = bin.createMachine({
  id: 'countBin',
  context: { isRecount: false },
  initial: 'waiting',
  states: {
    waiting: {
      on: {
        open: { target: 'counting', actions: { type: 'startPass', params: { isRecount: false } } },
        cancel,
      },
    },
    counting: {
      on: {
        scan: { guard: 'binIsOwn' },
        finish: {
          guard: and(['binIsOwn', 'emptinessIsConfirmed']),
          target: 'done',
          actions: {
            type: 'judgeLines',
            params: ({ context }) => ({ isRecount: context.isRecount }),
          },
        },
        restart: [
          { guard: 'isFirstPass', target: 'waiting', actions: 'dropPass' },
          { target: 'to-recount', actions: 'dropPass' },
        ],
        cancel,
      },
    },
    'to-recount': {
      entry: 'noteRecount',
      on: {
        open: {
          guard: 'counterIsAnother',
          target: 'counting',
          actions: { type: 'startPass', params: { isRecount: true } },
        },
        cancel,
      },
    },
    done: { on: { recount: 'to-recount', close: 'closed', cancel } },
    closed: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The bin's flow. */
export const countBinFlow = defineFlow({
  id: 'countBin',
  version: 1,
  machine,
  errors: countsErrors,
  effects: countBinEffects,
  payloadGuards: ['counterIsAnother', 'binIsOwn', 'emptinessIsConfirmed'],
  internalEvents: ['recount', 'close', 'cancel'],
});
