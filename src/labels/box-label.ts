/** What the label on a box of a shipment says. Knows the view and the words, not the paper. */
import type { BoxLabelView } from './contract.ts';
import type { LabelSheet } from './label-sheet.ts';
import type { Say } from './words.ts';

/** The number large for the dock, then where the box goes and which shipment it is of. */
export function describeBoxLabel(view: BoxLabelView, say: Say): LabelSheet {
  const weight = view.weightGrams === null ? say('none') : `${view.weightGrams} g`;
  return {
    kind: say('kind.box'),
    title: view.number,
    code: view.code,
    link: view.link,
    isLinkEnough: false,
    fields: [
      {
        label: say('field.ship-to'),
        lines: [view.toName, ...view.toAddressLines],
        role: 'exact',
        isStrong: true,
      },
      { label: say('field.from'), lines: [view.fromName], role: 'name' },
      { label: say('field.shipment'), lines: [view.shipmentNumber], role: 'exact' },
      { label: say('field.pieces'), lines: [`${view.pieces} · ${weight}`], role: 'exact' },
    ],
  };
}
