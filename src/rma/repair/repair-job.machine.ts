/**
 * One bench visit of one unit: diagnose, repair, test, and again at most twice. Decides what the
 * technician may do next and names the effects; the unit leaves the bench with every exit. Must not
 * know the customer, money, tables or time.
 */
import { assign, setup } from 'xstate';
import { defineFlow } from '../../platform/flow.ts';
import { rmaErrors } from '../errors.ts';
import {
  type RepairJobContext,
  type RepairJobEvent,
  repairJobEffects,
} from './repair-job.vocabulary.ts';

const CYCLES_MAX = 2;

const job = setup({
  types: { context: {} as RepairJobContext, events: {} as RepairJobEvent },
  guards: {
    anotherCycleIsWorthwhile: ({ context }) => context.cycle < CYCLES_MAX,
    defectiveMustComeBack: ({ event }) => event.type === 'use-part' && event.defectiveMustComeBack,
    everyMandatoryTestIsPassed: ({ context }) => context.everyMandatoryTestPassed,
  },
  actions: {
    ...repairJobEffects,
    forgetTests: assign({ everyMandatoryTestPassed: false }),
    noteTests: assign({
      everyMandatoryTestPassed: ({ context, event }) =>
        event.type === 'record-test'
          ? event.everyMandatoryTestPassed
          : context.everyMandatoryTestPassed,
    }),
    countCycle: assign({ cycle: ({ context }) => context.cycle + 1 }),
  },
});

const backToDock = { type: 'moveToDock', params: { condition: 'defective' } } as const;

const givenUp = { target: 'uneconomic', actions: [backToDock, 'notifyLineUneconomic'] } as const;
const cancelled = { target: 'cancelled', actions: [backToDock, 'notifyLineCancelled'] } as const;
/** The line already knows: it asked for it. */
const withdrawn = { target: 'cancelled', actions: backToDock } as const;

const diagnosing = job.createStateConfig({
  on: {
    'record-test': {},
    'record-fault': {
      target: 'bench',
      actions: { type: 'recordFault', params: ({ event }) => ({ faultCode: event.faultCode }) },
    },
    'declare-uneconomic': givenUp,
    cancel: cancelled,
    withdraw: withdrawn,
  },
});

const bench = job.createStateConfig({
  on: {
    'record-test': {},
    'record-fault': {
      actions: { type: 'recordFault', params: ({ event }) => ({ faultCode: event.faultCode }) },
    },
    'use-part': [
      {
        guard: 'defectiveMustComeBack',
        actions: [
          { type: 'consumePart', params: ({ event }) => ({ usageId: event.usageId }) },
          { type: 'oweDefectivePart', params: ({ event }) => ({ usageId: event.usageId }) },
        ],
      },
      { actions: { type: 'consumePart', params: ({ event }) => ({ usageId: event.usageId }) } },
    ],
    'remove-part': {
      actions: { type: 'undoPartUse', params: ({ event }) => ({ usageId: event.usageId }) },
    },
    // No part is asked for: a cable reseated or firmware loaded is a repair too.
    'finish-repair': 'final-test',
    'declare-uneconomic': givenUp,
    cancel: cancelled,
    withdraw: withdrawn,
  },
});

const finalTest = job.createStateConfig({
  entry: 'forgetTests',
  on: {
    'record-test': { actions: 'noteTests' },
    'pass-final-test': {
      guard: 'everyMandatoryTestIsPassed',
      target: 'passed',
      actions: [{ type: 'moveToDock', params: { condition: 'good' } }, 'notifyLinePassed'],
    },
    'fail-final-test': [
      { guard: 'anotherCycleIsWorthwhile', target: 'bench', actions: 'countCycle' },
      givenUp,
    ],
    withdraw: withdrawn,
  },
});

const repairJobMachine = job.createMachine({
  id: 'repairJob',
  context: { cycle: 0, everyMandatoryTestPassed: false },
  initial: 'queued',
  states: {
    queued: {
      on: {
        start: { target: 'diagnosing', actions: 'moveToBench' },
        cancel: { target: 'cancelled', actions: 'notifyLineCancelled' },
        withdraw: 'cancelled',
      },
    },
    diagnosing,
    bench,
    'final-test': finalTest,
    // Not final: the line may still revoke the test until its unit is sent.
    passed: { on: { reopen: { target: 'bench', actions: 'moveToBench' }, close: 'closed' } },
    closed: { type: 'final' },
    uneconomic: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The job's flow: what commands advance and desks ask for buttons. */
export const repairJobFlow = defineFlow({
  id: 'repairJob',
  version: 1,
  machine: repairJobMachine,
  errors: rmaErrors,
  effects: repairJobEffects,
  payloadGuards: ['defectiveMustComeBack'],
  internalEvents: ['withdraw', 'reopen', 'close'],
});
