/** The commands on a line that carry nothing but the wish. */
import { lineEvent } from './line-event.ts';

export const cancelLine = lineEvent(
  'cancel',
  'rma.cancel',
  'Cancels a return of which nothing has arrived.',
);
export const closeUnused = lineEvent(
  'close-unused',
  'rma.cancel',
  'Closes an expired return whose unit never came.',
);
export const acceptSubstitute = lineEvent(
  'accept-substitute',
  'rma.quarantine',
  'Accepts the unit in quarantine in place of the one expected.',
);
export const returnWrongItem = lineEvent(
  'return-wrong-item',
  'rma.quarantine',
  'Sends the wrong unit back to the customer.',
);
export const decideRepair = lineEvent(
  'decide-repair',
  'rma.decide',
  'Decides to repair the unit and opens the job.',
);
export const decideReturnAsIs = lineEvent(
  'decide-return-as-is',
  'rma.decide',
  'Decides to return the unit unrepaired.',
);
export const revokeTest = lineEvent(
  'revoke-test',
  'rma.decide',
  'Withdraws a passed test before shipping; the job reopens.',
);
export const packUnit = lineEvent('pack', 'rma.ship', 'Packs the unit into a new box.');
export const unpackUnit = lineEvent('unpack', 'rma.ship', 'Takes the unit out of its box again.');
export const confirmDelivery = lineEvent(
  'confirm-delivery',
  'rma.ship',
  'Records that the customer has the unit; the line closes when nothing else is open.',
);
export const placeHold = lineEvent(
  'place-hold',
  'rma.hold',
  'Stops packing, shipping and closing.',
);
export const releaseHold = lineEvent('release-hold', 'rma.hold', 'Ends the hold.');
export const expireLine = lineEvent(
  'expire',
  'rma.timers',
  'The authorisation ran out before the unit came; sent by the timer.',
);
