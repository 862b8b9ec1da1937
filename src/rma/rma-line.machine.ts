/**
 * The promise to one customer about one unit: it comes in, is decided on, leaves or is scrapped with
 * consent, and closes by itself when all regions have settled. Decides what may happen next and names
 * the effects; must not know accounts, tables, time or who pressed the button.
 */
import { and } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import { rmaErrors } from './errors.ts';
import { rmaLineEffects } from './rma-line.vocabulary.ts';
import { line } from './rma-line-facts.machine.ts';

const arrivals = [
  {
    guard: 'serialMatches',
    target: 'received',
    actions: [
      'noteSerial',
      { type: 'receiveUnit', params: { to: 'dock', condition: 'unverified' } },
    ],
  },
  {
    target: 'quarantine',
    actions: [
      'noteSerial',
      { type: 'quarantineUnit', params: { to: 'quarantine', condition: 'quarantine' } },
    ],
  },
] as const;

/** Where the customer's unit is on its way in. Only a wrong item leaves again from here. */
const inboundRegion = line.createStateConfig({
  initial: 'awaiting',
  states: {
    awaiting: {
      entry: 'scheduleExpiry',
      exit: 'cancelExpiry',
      on: { receive: arrivals, expire: 'expired' },
    },
    expired: {
      on: {
        receive: arrivals,
        'close-unused': { target: 'missing-closed', actions: 'endAsNeverSent' },
      },
    },
    quarantine: {
      on: {
        'accept-substitute': {
          target: 'received',
          actions: {
            type: 'relinkSerial',
            params: ({ context }) => ({
              from: context.expectedSerial,
              to: context.receivedSerial,
            }),
          },
        },
        'return-wrong-item': {
          guard: 'noHold',
          target: 'awaiting',
          actions: ['returnWrongItem', 'forgetSerial'],
        },
      },
    },
    received: {},
    'missing-closed': {},
  },
});

/** What is done for the customer. A job event is the repair bench speaking, never a button. */
const remedyRegion = line.createStateConfig({
  initial: 'undecided',
  states: {
    undecided: {
      on: {
        'decide-repair': {
          guard: and(['unitIsInDepot', 'repairIsCoveredOrAgreed']),
          target: 'repairing',
          actions: 'openJob',
        },
        'decide-return-as-is': { guard: 'unitIsInDepot', target: 'as-is' },
        'decide-scrap': {
          guard: and(['unitIsInDepot', 'noHold', 'customerHasAgreed']),
          target: 'scrapped',
          actions: ['scrapUnit', 'endAsAgreedNothing'],
        },
      },
    },
    repairing: {
      on: {
        'job-passed': 'ready',
        'job-uneconomic': 'undecided',
        'job-cancelled': 'undecided',
        'decide-return-as-is': { target: 'as-is', actions: 'cancelJob' },
      },
    },
    ready: {
      on: {
        // The job moves the unit back to the bench, so the box is opened before the job reopens.
        'revoke-test': [
          { guard: 'unitIsPacked', target: 'repairing', actions: ['unpackUnit', 'reopenJob'] },
          { guard: 'unitIsStillToBeSent', target: 'repairing', actions: 'reopenJob' },
        ],
      },
    },
    'as-is': {},
    scrapped: {},
  },
});

/** The way back. Nothing leaves while money is due or a hold is placed. */
const outboundRegion = line.createStateConfig({
  initial: 'idle',
  states: {
    idle: {
      on: {
        pack: {
          guard: and(['remedyIsReady', 'moneyIsClear', 'noHold']),
          target: 'packed',
          actions: 'packUnit',
        },
      },
      always: { guard: 'nothingIsToBeSent', target: 'none' },
    },
    packed: {
      on: {
        unpack: { target: 'idle', actions: 'unpackUnit' },
        ship: [
          {
            guard: and(['moneyIsClear', 'noHold', 'unitIsRepaired']),
            target: 'shipped',
            actions: [
              { type: 'shipUnit', params: ({ event }) => ({ tracking: event.tracking }) },
              'closeJob',
            ],
          },
          {
            guard: and(['moneyIsClear', 'noHold']),
            target: 'shipped',
            actions: { type: 'shipUnit', params: ({ event }) => ({ tracking: event.tracking }) },
          },
        ],
      },
      always: { guard: 'remedyIsWithdrawn', target: 'idle' },
    },
    shipped: {
      entry: 'scheduleAssumedDelivery',
      exit: 'cancelAssumedDelivery',
      on: {
        'confirm-delivery': { target: 'delivered', actions: ['deliverUnit', 'endAsReturned'] },
      },
    },
    delivered: {},
    none: {},
  },
});

const moneyRegion = line.createStateConfig({
  initial: 'clear',
  states: {
    clear: {
      on: {
        'agree-charge': {
          guard: and(['unitIsStillToBeSent', 'amountIsPositive']),
          target: 'due',
          actions: 'noteCharge',
        },
      },
    },
    due: {
      on: {
        'settle-charge': { target: 'clear', actions: 'clearCharge' },
        'waive-charge': { target: 'clear', actions: 'clearCharge' },
      },
    },
  },
});

const holdRegion = line.createStateConfig({
  initial: 'none',
  states: {
    none: { on: { 'place-hold': 'held' } },
    held: { on: { 'release-hold': 'none' } },
  },
});

const rmaLineMachine = line.createMachine({
  id: 'rmaLine',
  context: ({ input }) => ({
    coverage: input.coverage,
    expectedSerial: input.expectedSerial,
    receivedSerial: null,
    chargeAgreed: false,
    chargeDueMinor: 0,
    end: 'undecided',
  }),
  initial: 'requested',
  states: {
    requested: {
      on: {
        authorize: 'open',
        reject: { target: 'rejected', actions: 'endAsNeverSent' },
        cancel: { target: 'cancelled', actions: 'endAsNeverSent' },
      },
    },
    open: {
      type: 'parallel',
      states: {
        inbound: inboundRegion,
        remedy: remedyRegion,
        outbound: outboundRegion,
        money: moneyRegion,
        hold: holdRegion,
      },
      on: {
        cancel: {
          guard: and(['nothingHasArrived', 'moneyIsClear', 'noHold']),
          target: 'cancelled',
          actions: 'endAsNeverSent',
        },
      },
      always: { guard: 'everythingIsSettled', target: 'closed' },
    },
    closed: { type: 'final' },
    rejected: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

/** The line's flow: what commands advance and desks ask for buttons. */
export const rmaLineFlow = defineFlow({
  id: 'rmaLine',
  version: 1,
  machine: rmaLineMachine,
  errors: rmaErrors,
  effects: rmaLineEffects,
  payloadGuards: ['serialMatches', 'customerHasAgreed', 'amountIsPositive'],
  internalEvents: ['expire', 'job-passed', 'job-uneconomic', 'job-cancelled'],
});
