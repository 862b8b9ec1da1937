/** What a part label says. Knows the view and the words, not the paper. */
import type { PartLabelView } from './contract.ts';
import type { LabelField, LabelSheet } from './label-sheet.ts';
import type { Say } from './words.ts';

/** Part number large, name below. */
export function describePartLabel(view: PartLabelView, say: Say): LabelSheet {
  const unit: LabelField[] = view.unitOfMeasure
    ? [{ label: say('field.unit-of-measure'), lines: [view.unitOfMeasure], role: 'exact' }]
    : [];
  return {
    kind: say('kind.part'),
    title: view.partNumber,
    code: view.code,
    link: view.link,
    isLinkEnough: true,
    fields: [
      { label: say('field.name'), lines: [view.name], role: 'name', isStrong: true },
      ...unit,
    ],
  };
}
