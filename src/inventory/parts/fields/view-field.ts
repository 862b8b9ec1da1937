/** How a custom field is shown. */
import type { CustomFieldKind, CustomFieldView } from './field-views.ts';
import type { FieldRow } from './store.ts';

/** The row as the desks see it. */
export function viewField({ retiredAt, ...row }: FieldRow): CustomFieldView {
  return {
    ...row,
    // The column's check allows exactly these.
    kind: row.kind as CustomFieldKind,
    choices: row.choices.map((choice) => ({ ...choice })),
    isRetired: retiredAt !== null,
  };
}
