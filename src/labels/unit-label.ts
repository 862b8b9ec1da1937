/** What the traveller says that stays on a unit through the workshop. Knows the view and the words, not the paper. */
import type { UnitLabelView } from './contract.ts';
import type { LabelSheet } from './label-sheet.ts';
import type { Say } from './words.ts';

/** Job number large; what a technician compares with the unit in hand comes first. */
export function describeUnitLabel(view: UnitLabelView, say: Say): LabelSheet {
  return {
    kind: say('kind.unit'),
    title: view.number,
    code: view.code,
    link: view.link,
    isLinkEnough: false,
    fields: [
      {
        label: say('field.serial-number'),
        lines: [view.serialNumber],
        role: 'exact',
        isStrong: true,
      },
      { label: say('field.part-number'), lines: [view.partNumber], role: 'exact', isStrong: true },
      { label: say('field.product'), lines: [view.productName], role: 'name' },
      { label: say('field.rma'), lines: [view.rmaNumber], role: 'exact' },
      { label: say('field.customer'), lines: [view.customerShortName], role: 'name' },
      { label: say('field.coverage'), lines: [say(`coverage.${view.coverage}`)], role: 'exact' },
      {
        label: say('field.due'),
        lines: [view.dueOn ?? say('none')],
        role: 'exact',
        isStrong: true,
        isHalf: true,
      },
      { label: say('field.received'), lines: [view.receivedOn], role: 'exact', isHalf: true },
    ],
  };
}
