/**
 * Refuses text that no database column can hold, wherever it stands in the input: NUL, and half of
 * a surrogate pair, which would be stored as something else. What a field may hold beyond that is
 * said by its contract.
 */
import type { FieldIssue } from '../platform/errors.ts';
import { platformErrors } from '../platform/platform-errors.ts';

const unstorable = /\u0000|\p{Surrogate}/u;

function issuesIn(value: unknown, pointer: string): FieldIssue[] {
  if (typeof value === 'string') {
    return unstorable.test(value) ? [{ pointer, rule: 'bad-text', params: {} }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (unstorable.test(key)) return [{ pointer, rule: 'bad-text', params: {} }];
    return issuesIn(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  });
}

/** Throws `platform.invalid-input` naming every text in `value` that cannot be stored. */
export function checkStorable(value: unknown): void {
  const issues = issuesIn(value, '');
  if (issues.length === 0) return;
  throw platformErrors.error('invalid-input', { count: issues.length }, issues);
}
