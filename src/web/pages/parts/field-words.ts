/** How a custom field or one of its choices is called. Knows no page. */
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
