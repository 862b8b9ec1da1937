/** The word for a code of the domain where the catalogues have one, else the code itself. */
import { isPageKey } from '../../i18n/page-words.ts';
import type { ErrorParams } from '../../platform/errors.ts';
import type { Visit } from '../visit.ts';

/** @example wordOf(visit, 'condition', 'good') */
export function wordOf(visit: Visit, group: string, code: string, params?: ErrorParams): string {
  const key = `${group}.${code}`;
  return isPageKey(key) ? visit.say(key, params) : code;
}
