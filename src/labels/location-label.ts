/** What a shelf or bin label says. Knows the view and the words, not the paper. */
import type { LocationLabelView } from './contract.ts';
import type { LabelSheet } from './label-sheet.ts';
import type { Say } from './words.ts';

/** The place itself as large as the label allows: it is read from across an aisle. */
export function describeLocationLabel(view: LocationLabelView, say: Say): LabelSheet {
  return {
    kind: say('kind.location'),
    title: view.locationName,
    code: view.code,
    link: view.link,
    isLinkEnough: true,
    fields: [
      { label: say('field.site'), lines: [view.siteName], role: 'name', isStrong: true },
      { label: say('field.kind'), lines: [view.kind], role: 'name' },
    ],
  };
}
