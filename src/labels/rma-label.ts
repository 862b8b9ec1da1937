/** What the label on the outside of a customer's parcel says. Knows the view and the words, not the paper. */
import type { RmaLabelView } from './contract.ts';
import type { LabelSheet } from './label-sheet.ts';
import type { Say } from './words.ts';

/** RMA number large for the dock, then where the parcel goes. */
export function describeRmaLabel(view: RmaLabelView, say: Say): LabelSheet {
  return {
    kind: say('kind.rma'),
    title: view.number,
    code: view.code,
    link: view.link,
    isLinkEnough: false,
    fields: [
      {
        label: say('field.ship-to'),
        lines: [view.depotName, ...view.depotAddressLines],
        role: 'exact',
        isStrong: true,
      },
      { label: say('field.from'), lines: [view.customerName], role: 'name' },
      { label: say('field.serial-number'), lines: [view.serialNumber], role: 'exact' },
      { label: say('field.valid-until'), lines: [view.validUntil], role: 'exact' },
    ],
  };
}
