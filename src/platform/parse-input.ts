/**
 * Turns what a caller sent into the shape a contract asks for, or into one refusal that names every
 * wrong field. Knows zod's findings; the words for them are in the catalogues.
 */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ErrorParams, FieldIssue } from './errors.ts';
import { platformErrors } from './platform-errors.ts';

/** Every rule a field can break; the catalogues have a sentence for each. */
export const fieldRules = [
  'required',
  'wrong-type',
  'not-a-whole-number',
  'too-small',
  'too-big',
  'too-short',
  'too-long',
  'bad-format',
  'bad-text',
  'not-one-of',
  'unknown-field',
  'name-required',
  'invalid',
] as const;
export type FieldRule = (typeof fieldRules)[number];

type Finding = z.core.$ZodIssue;

function pointer(path: readonly PropertyKey[], key?: string): string {
  const steps = key === undefined ? path : [...path, key];
  return steps.map((s) => `/${String(s).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function sized(issue: Finding & { origin?: string }, small: boolean): FieldRule {
  const isLength = issue.origin === 'string' || issue.origin === 'array';
  if (isLength) return small ? 'too-short' : 'too-long';
  return small ? 'too-small' : 'too-big';
}

function ruleOf(issue: Finding): { rule: FieldRule; params: ErrorParams } {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { rule: 'required', params: {} };
      if (issue.expected === 'int') return { rule: 'not-a-whole-number', params: {} };
      return { rule: 'wrong-type', params: { expected: issue.expected } };
    case 'too_small': {
      const empty = issue.origin === 'string' && Number(issue.minimum) === 1;
      if (empty) return { rule: 'required', params: {} };
      return { rule: sized(issue, true), params: { limit: Number(issue.minimum) } };
    }
    case 'too_big':
      return { rule: sized(issue, false), params: { limit: Number(issue.maximum) } };
    case 'invalid_format':
      return { rule: 'bad-format', params: { expected: issue.format } };
    case 'invalid_value':
      return { rule: 'not-one-of', params: { expected: issue.values.map(String).join(', ') } };
    case 'custom':
      return { rule: fieldRules.find((rule) => rule === issue.message) ?? 'invalid', params: {} };
    default:
      return { rule: 'invalid', params: {} };
  }
}

function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue): FieldIssue[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: pointer(issue.path, key),
        rule: 'unknown-field',
        params: {},
      }));
    }
    return [{ pointer: pointer(issue.path), ...ruleOf(issue) }];
  });
}

/** The input in the schema's shape. Throws `platform.invalid-input` naming each wrong field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = issuesOf(parsed.error);
  throw platformErrors.error('invalid-input', { count: issues.length }, issues);
}

/** JSON with sorted keys, so that equal inputs are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 over the command's name and its input, hex. */
export function inputHash(command: string, input: unknown): string {
  return createHash('sha256')
    .update(command)
    .update('\n')
    .update(canonicalJson(input))
    .digest('hex');
}
