/** English words for the rules a single field can break; they follow the field's name. */
import type { JsonFinding } from '../http/scan-json.ts';
import type { FieldRule } from '../platform/parse-input.ts';

/** What a desk itself finds wrong before a contract sees the input. */
type DeskRule = JsonFinding['rule'] | 'repeated' | 'header-malformed';

/** The key of a text about a rule. */
export type RuleTextKey = `rule.${FieldRule | DeskRule}`;

export const rulesEn = {
  'rule.required': 'is required',
  'rule.wrong-type': 'must be of type {expected}',
  'rule.not-a-whole-number': 'must be a whole number',
  'rule.too-small': 'must be at least {limit}',
  'rule.too-big': 'must be at most {limit}',
  'rule.too-short': 'is too short: at least {limit}',
  'rule.too-long': 'is too long: at most {limit}',
  'rule.bad-format': 'does not have the right form ({expected})',
  'rule.bad-text': 'holds characters that cannot be stored or printed',
  'rule.not-one-of': 'must be one of: {expected}',
  'rule.unknown-field': 'is not known here',
  'rule.name-required': 'needs a name in at least one language',
  'rule.invalid': 'cannot be used',
  'rule.duplicate-field': 'is given twice',
  'rule.forbidden-field': 'is a name that must not be used',
  'rule.too-deep': 'is nested deeper than {limit} levels',
  'rule.not-exact': 'is a number that cannot be kept exactly',
  'rule.repeated': 'may be given once only',
  'rule.header-malformed': 'has a header that cannot be used: {header}',
} as const satisfies Readonly<Record<RuleTextKey, string>>;
