/**
 * A replaced part is owed until it is back, given up or taken back. Decides which of these may follow
 * which; must not know tables, dates, shipments or who asks.
 */
import { setup } from 'xstate';
import { defineFlow } from '../../platform/flow.ts';
import { inventoryErrors } from '../errors.ts';
import { type OwedEvent, owedEffects } from './owed.vocabulary.ts';

const machine = setup({ types: { events: {} as OwedEvent } }).createMachine({
  id: 'defective-return',
  initial: 'owed',
  states: {
    owed: {
      on: { send: 'sent', arrive: 'returned', 'write-off': 'written-off', cancel: 'cancelled' },
    },
    sent: { on: { arrive: 'returned', lose: 'written-off' } },
    returned: { on: { close: 'closed' } },
    // The credit of a vendor may come long after.
    closed: { on: { 'note-credit': {} } },
    // What was lost on the way may turn up there; what somebody gave up has no way back.
    'written-off': { on: { find: 'sent' } },
    cancelled: { type: 'final' },
  },
});

/** The flow of an obligation; rows of before it carry version 0 and a snapshot of their state. */
export const owedFlow = defineFlow({
  id: 'defective-return',
  version: 1,
  machine,
  errors: inventoryErrors,
  effects: owedEffects,
  internalEvents: ['send', 'lose', 'find', 'cancel'],
  migrations: { 0: (snapshot) => snapshot },
});
