/**
 * The words of an RMA line: what may happen to it, what it remembers, and what it asks the depot to
 * do. Event names are the commands, permissions and buttons of the same name. Must hold no decision.
 */
import { declareEffects } from '../platform/flow-effects.ts';
import type { Entitlement } from './warranty/warranty.vocabulary.ts';

/** How the customer ended: exactly one of these in every closed line, `undecided` before. */
export type LineEnd = 'undecided' | 'own-unit-returned' | 'agreed-nothing' | 'never-sent';

export interface RmaLineInput {
  /** What the warranty rule granted; only `paid` needs a charge agreed before repair. */
  readonly coverage: Entitlement;
  readonly expectedSerial: string | null;
}

export interface RmaLineContext {
  readonly coverage: Entitlement;
  readonly expectedSerial: string | null;
  /** Serial read on what lies in the depot under this line. */
  readonly receivedSerial: string | null;
  readonly chargeAgreed: boolean;
  /** Agreed and neither settled nor waived, in the minor unit of the currency. */
  readonly chargeDueMinor: number;
  readonly end: LineEnd;
}

export type RmaLineEvent =
  | { readonly type: 'authorize' }
  | { readonly type: 'reject' }
  | { readonly type: 'cancel' }
  | { readonly type: 'receive'; readonly serialMatches: boolean; readonly serial: string | null }
  | { readonly type: 'expire' }
  | { readonly type: 'close-unused' }
  | { readonly type: 'accept-substitute' }
  | { readonly type: 'return-wrong-item' }
  | { readonly type: 'decide-repair' }
  | { readonly type: 'decide-return-as-is' }
  | { readonly type: 'decide-scrap'; readonly customerAgreed: boolean }
  | { readonly type: 'job-passed' }
  | { readonly type: 'job-uneconomic' }
  | { readonly type: 'job-cancelled' }
  | { readonly type: 'revoke-test' }
  | { readonly type: 'pack' }
  | { readonly type: 'unpack' }
  | { readonly type: 'ship'; readonly tracking: string }
  | { readonly type: 'confirm-delivery' }
  | { readonly type: 'agree-charge'; readonly amountMinor: number }
  | { readonly type: 'settle-charge' }
  | { readonly type: 'waive-charge' }
  | { readonly type: 'place-hold' }
  | { readonly type: 'release-hold' };

/** What a command performs, in the order given. The unit's places: customer, dock, quarantine, packed. */
export interface RmaLineEffects {
  scheduleExpiry: undefined;
  cancelExpiry: undefined;
  /** customer to dock. */
  receiveUnit: { readonly to: 'dock'; readonly condition: 'unverified' };
  /** customer to quarantine. */
  quarantineUnit: { readonly to: 'quarantine'; readonly condition: 'quarantine' };
  /** quarantine to dock, under the serial that was found. */
  relinkSerial: { readonly from: string | null; readonly to: string | null };
  /** quarantine to customer. */
  returnWrongItem: undefined;
  openJob: undefined;
  /** Sends `withdraw` to the open repair job. */
  cancelJob: undefined;
  /** Sends `reopen` to the passed repair job. */
  reopenJob: undefined;
  /** Sends `close` to the passed repair job. */
  closeJob: undefined;
  /** dock to scrap, with the customer's consent. */
  scrapUnit: undefined;
  /** dock to packed. */
  packUnit: undefined;
  /** packed to dock. */
  unpackUnit: undefined;
  /** packed to the way back. */
  shipUnit: { readonly tracking: string };
  /** the way back to customer. */
  deliverUnit: undefined;
  scheduleAssumedDelivery: undefined;
  cancelAssumedDelivery: undefined;
}

export const rmaLineEffects = declareEffects<RmaLineEffects>({
  scheduleExpiry: true,
  cancelExpiry: true,
  receiveUnit: true,
  quarantineUnit: true,
  relinkSerial: true,
  returnWrongItem: true,
  openJob: true,
  cancelJob: true,
  reopenJob: true,
  closeJob: true,
  scrapUnit: true,
  packUnit: true,
  unpackUnit: true,
  shipUnit: true,
  deliverUnit: true,
  scheduleAssumedDelivery: true,
  cancelAssumedDelivery: true,
});
