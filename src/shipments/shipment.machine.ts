/**
 * One shipment: packed, on the road, received in parts or at once, lost and found again. Decides what
 * may happen next and names the effects; must not know boxes, quantities, orders, tables or time.
 */
import { and, assign, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import { shipmentsErrors } from './errors.ts';
import {
  type ShipmentContext,
  type ShipmentEvent,
  shipmentEffects,
} from './shipment.vocabulary.ts';

const shipment = setup({
  types: { context: {} as ShipmentContext, events: {} as ShipmentEvent },
  guards: {
    itHoldsGoods: ({ context }) => context.hasGoods,
    everythingIsPacked: ({ context }) => context.isAllPacked,
    somethingIsLost: ({ context }) => context.hasLost,
    nothingElseIsOnTheWay: ({ event }) =>
      (event.type === 'arrive' || event.type === 'lose') && event.isLast,
  },
  actions: {
    ...shipmentEffects,
    noteContents: assign({
      hasGoods: ({ context, event }) =>
        event.type === 'note-contents' ? event.hasGoods : context.hasGoods,
      isAllPacked: ({ context, event }) =>
        event.type === 'note-contents' ? event.isAllPacked : context.isAllPacked,
    }),
    noteLoss: assign({ hasLost: true }),
    noteFind: assign({
      hasLost: ({ context, event }) =>
        event.type === 'find' ? event.isStillLosing : context.hasLost,
    }),
  },
});

const packing = shipment.createStateConfig({
  on: {
    'note-contents': { actions: 'noteContents' },
    dispatch: {
      guard: and(['itHoldsGoods', 'everythingIsPacked']),
      target: 'in-transit',
      actions: 'sendOff',
    },
    cancel: { target: 'cancelled', actions: 'takeApart' },
  },
});

/** Nothing of it has arrived yet. */
const inTransit = shipment.createStateConfig({
  on: {
    arrive: [
      { guard: 'nothingElseIsOnTheWay', target: 'received', actions: 'close' },
      { target: 'partly-received' },
    ],
    lose: [
      { guard: 'nothingElseIsOnTheWay', target: 'lost', actions: ['noteLoss', 'close'] },
      { actions: 'noteLoss' },
    ],
    find: { guard: 'somethingIsLost', actions: 'noteFind' },
  },
});

const partlyReceived = shipment.createStateConfig({
  on: {
    arrive: [{ guard: 'nothingElseIsOnTheWay', target: 'received', actions: 'close' }, {}],
    lose: [
      { guard: 'nothingElseIsOnTheWay', target: 'received', actions: ['noteLoss', 'close'] },
      { actions: 'noteLoss' },
    ],
    find: { guard: 'somethingIsLost', actions: 'noteFind' },
  },
});

const shipmentMachine = shipment.createMachine({
  id: 'shipment',
  context: { hasGoods: false, isAllPacked: true, hasLost: false },
  initial: 'packing',
  states: {
    packing,
    'in-transit': inTransit,
    'partly-received': partlyReceived,
    // Not final, like `lost`: what was written off may turn up.
    received: {
      on: {
        find: {
          guard: 'somethingIsLost',
          target: 'partly-received',
          actions: ['noteFind', 'reopen'],
        },
      },
    },
    lost: { on: { find: { target: 'in-transit', actions: ['noteFind', 'reopen'] } } },
    cancelled: { type: 'final' },
  },
});

/** The shipment's flow: what commands advance and desks ask for buttons. */
export const shipmentFlow = defineFlow({
  id: 'shipment',
  version: 1,
  machine: shipmentMachine,
  errors: shipmentsErrors,
  effects: shipmentEffects,
  // Whoever sends it off says on the form what becomes of goods that are not packed.
  payloadGuards: ['nothingElseIsOnTheWay', 'everythingIsPacked'],
  internalEvents: ['note-contents', 'arrive'],
});
