/**
 * What an RMA line asks before it moves, and what it remembers when it has. Each guard that can
 * refuse is an affirmative fact whose name is the refusal's code. Must not hold any state or arrow.
 */
import { and, assign, not, or, setup, stateIn } from 'xstate';
import {
  type RmaLineContext,
  type RmaLineEvent,
  type RmaLineInput,
  rmaLineEffects,
} from './rma-line.vocabulary.ts';

const inbound = (state: string) => stateIn({ open: { inbound: state } });
const remedy = (state: string) => stateIn({ open: { remedy: state } });
const outbound = (state: string) => stateIn({ open: { outbound: state } });
const moneyIsClear = stateIn({ open: { money: 'clear' } });
const noHold = stateIn({ open: { hold: 'none' } });
const remedyIsReady = or([remedy('ready'), remedy('as-is')]);

/** Typed ground on which the line's regions are built. */
export const line = setup({
  types: {
    context: {} as RmaLineContext,
    events: {} as RmaLineEvent,
    input: {} as RmaLineInput,
  },
  guards: {
    moneyIsClear,
    noHold,
    remedyIsReady,
    remedyIsWithdrawn: not(remedyIsReady),
    unitIsInDepot: inbound('received'),
    nothingHasArrived: or([inbound('awaiting'), inbound('expired'), inbound('missing-closed')]),
    unitIsRepaired: remedy('ready'),
    unitIsPacked: outbound('packed'),
    unitIsStillToBeSent: or([outbound('idle'), outbound('packed')]),
    nothingIsToBeSent: or([remedy('scrapped'), inbound('missing-closed')]),
    everythingIsSettled: and([
      or([inbound('received'), inbound('missing-closed')]),
      or([outbound('delivered'), outbound('none')]),
      moneyIsClear,
      noHold,
    ]),
    repairIsCoveredOrAgreed: ({ context }) => context.coverage !== 'paid' || context.chargeAgreed,
    serialMatches: ({ event }) => event.type === 'receive' && event.serialMatches,
    customerHasAgreed: ({ event }) => event.type === 'decide-scrap' && event.customerAgreed,
    amountIsPositive: ({ event }) =>
      event.type === 'agree-charge' &&
      Number.isSafeInteger(event.amountMinor) &&
      event.amountMinor > 0,
  },
  actions: {
    ...rmaLineEffects,
    noteSerial: assign({
      receivedSerial: ({ context, event }) =>
        event.type === 'receive' ? event.serial : context.receivedSerial,
    }),
    forgetSerial: assign({ receivedSerial: null }),
    noteCharge: assign({
      chargeAgreed: true,
      chargeDueMinor: ({ context, event }) =>
        event.type === 'agree-charge' ? event.amountMinor : context.chargeDueMinor,
    }),
    clearCharge: assign({ chargeDueMinor: 0 }),
    endAsReturned: assign({ end: 'own-unit-returned' }),
    endAsAgreedNothing: assign({ end: 'agreed-nothing' }),
    endAsNeverSent: assign({ end: 'never-sent' }),
  },
});
