/** How a custom field or one of its choices is called. Knows no page. */
import type { CustomValueView } from '../../../inventory/contract.ts';
import type { Locale } from '../../../platform/actor.ts';

/** The label in the reader's language, else in the other, else the code. */
export function labelIn(
  locale: Locale,
  named: {
    readonly code: string;
    readonly labelEn: string | null;
    readonly labelZh: string | null;
  },
): string {
  const [first, second] =
    locale === 'en' ? [named.labelEn, named.labelZh] : [named.labelZh, named.labelEn];
  return first ?? second ?? named.code;
}

/** What a part holds in a field, a choice by its label; nothing where it holds nothing. */
export function fieldText(locale: Locale, field: CustomValueView): string {
  const choice = field.choices.find(({ code }) => code === field.value);
  if (choice !== undefined) return labelIn(locale, choice);
  return field.value === null ? '' : String(field.value);
}
