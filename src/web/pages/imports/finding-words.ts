/** The faults of a parts file in the reader's words: field and rule. */
import { isPageKey } from '../../../i18n/page-words.ts';
import type { ErrorParams } from '../../../platform/errors.ts';
import type { Visit } from '../../visit.ts';

/** One fault, as a report or a check names it. */
export interface SaidFinding {
  readonly field: string | null;
  readonly rule: string;
  readonly params: ErrorParams;
}

/** The field of a fault; a whole row has a name of its own. */
export function fieldWord({ say }: Visit, field: string | null): string {
  const key = `import.field.${field ?? 'row'}`;
  return isPageKey(key) ? say(key) : (field ?? '');
}

/** What is wrong, without the field. */
export function findingRule({ say }: Visit, { rule, params }: SaidFinding): string {
  const key = `import.rule.${rule}`;
  return isPageKey(key) ? say(key, params) : rule;
}

/** Field and rule in one sentence, as the file of bad rows carries it. */
export function findingSentence(
  visit: Visit,
  finding: SaidFinding,
  field = fieldWord(visit, finding.field),
): string {
  return visit.say('import.reason', { field, rule: findingRule(visit, finding) });
}
