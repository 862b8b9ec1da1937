/**
 * A discrepancy is open until every one of its pieces is settled. Decides which way out there is for
 * pieces that are missing, that lie here, or that lie elsewhere by the books; must not know accounts,
 * tables, time or who asks.
 */
import { and, setup } from 'xstate';
import { defineFlow } from '../platform/flow.ts';
import {
  type DiscrepancyContext,
  type DiscrepancyEvent,
  type DiscrepancyInput,
  discrepancyEffects,
} from './discrepancy.vocabulary.ts';
import { receiptsErrors } from './errors.ts';

const matter = setup({
  types: {
    context: {} as DiscrepancyContext,
    events: {} as DiscrepancyEvent,
    input: {} as DiscrepancyInput,
  },
  guards: {
    piecesAreMissing: ({ context }) => context.whereabouts === 'missing',
    piecesLieHere: ({ context }) => context.whereabouts === 'here',
    pieceIsElsewhere: ({ context }) => context.whereabouts === 'elsewhere',
    piecesAreStocked: ({ context }) => context.whereabouts === 'stocked',
    nothingIsToBeMoved: ({ context }) =>
      context.whereabouts === 'nowhere' || context.whereabouts === 'elsewhere',
    somebodyElseAdmits: ({ context, event }) => !context.needsSecondPerson || !event.byReceiver,
    nothingIsLeft: ({ event }) => event.isAll,
  },
  actions: { ...discrepancyEffects },
});

const machine = matter.createMachine({
  id: 'discrepancy',
  context: ({ input }) => ({ ...input }),
  initial: 'open',
  states: {
    open: {
      on: {
        lost: [
          {
            guard: and(['piecesAreMissing', 'nothingIsLeft']),
            target: 'resolved',
            actions: 'writeOff',
          },
          { guard: 'piecesAreMissing', actions: 'writeOff' },
        ],
        found: [
          {
            guard: and(['piecesAreMissing', 'nothingIsLeft']),
            target: 'resolved',
            actions: 'takeIn',
          },
          { guard: 'piecesAreMissing', actions: 'takeIn' },
        ],
        'not-sent': [
          {
            guard: and(['piecesAreMissing', 'nothingIsLeft']),
            target: 'resolved',
            actions: 'putBackAtSender',
          },
          { guard: 'piecesAreMissing', actions: 'putBackAtSender' },
        ],
        accept: [
          {
            guard: and(['piecesLieHere', 'somebodyElseAdmits', 'nothingIsLeft']),
            target: 'resolved',
            actions: 'admit',
          },
          { guard: and(['piecesLieHere', 'somebodyElseAdmits']), actions: 'admit' },
        ],
        'send-back': [
          {
            guard: and(['piecesLieHere', 'nothingIsLeft']),
            target: 'resolved',
            actions: 'sendBack',
          },
          { guard: 'piecesLieHere', actions: 'sendBack' },
        ],
        scrap: [
          {
            guard: and(['piecesLieHere', 'nothingIsLeft']),
            target: 'resolved',
            actions: 'destroy',
          },
          { guard: 'piecesLieHere', actions: 'destroy' },
        ],
        // One piece is all there is of it.
        'found-here': {
          guard: and(['pieceIsElsewhere', 'somebodyElseAdmits']),
          target: 'resolved',
          actions: 'moveHere',
        },
        note: { guard: 'nothingIsToBeMoved', target: 'resolved' },
        tolerate: { guard: 'piecesAreStocked', target: 'resolved' },
      },
    },
    resolved: { type: 'final' },
  },
});

/** The discrepancy's flow: what commands advance and desks ask for buttons. */
export const discrepancyFlow = defineFlow({
  id: 'discrepancy',
  version: 1,
  machine,
  errors: receiptsErrors,
  effects: discrepancyEffects,
  payloadGuards: ['somebodyElseAdmits', 'nothingIsLeft'],
  internalEvents: ['tolerate'],
});
