/**
 * The gate of this room: a view either has the agreed shape or is refused with a code and the fields
 * at fault. It knows zod's findings and our codes, and nothing about layout.
 */
import type { z } from 'zod';
import type { FieldIssue } from '../platform/errors.ts';
import { labelErrors } from './errors.ts';

type Issue = z.core.$ZodIssue;

const ownRules = ['unprintable-text', 'code-characters', 'link-characters'] as const;

function ruleOf(issue: Issue): string {
  if (issue.code === 'custom' && typeof issue.params?.rule === 'string') return issue.params.rule;
  return issue.code.replaceAll('_', '-');
}

function pointerOf(issue: Issue): string {
  return issue.path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/**
 * Returns the parsed view.
 * @throws labels.unprintable-text, labels.code-characters, labels.link-characters when that rule is
 * the first one broken, labels.invalid-view otherwise; always with the fields as issues.
 */
export function parseView<T>(schema: z.ZodType<T>, view: unknown): T {
  const parsed = schema.safeParse(view);
  if (parsed.success) return parsed.data;
  const issues: FieldIssue[] = parsed.error.issues.map((issue) => ({
    pointer: pointerOf(issue),
    rule: ruleOf(issue),
    params: {},
  }));
  const first = issues[0];
  const reason = ownRules.find((rule) => rule === first?.rule) ?? 'invalid-view';
  throw labelErrors.error(reason, { pointer: first?.pointer ?? '' }, issues);
}
