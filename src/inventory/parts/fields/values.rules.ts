/**
 * What a custom field takes, and how a typed text becomes its value. Knows definitions, not parts
 * and not who asks.
 */
import type { CustomFieldKind } from './field-views.ts';

export interface FieldDefinition {
  readonly kind: CustomFieldKind;
  readonly isRequired: boolean;
  readonly choices: readonly { readonly code: string }[];
}

export type ReadValue =
  | { readonly ok: true; readonly value: string | number | null }
  | { readonly ok: false; readonly why: 'required' | 'wrong' };

const textMax = 500;
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(typed: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? [];
  if (year === undefined) return false;
  const y = Number(year);
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const last = month === '02' && !isLeap ? 28 : (monthDays[Number(month) - 1] ?? 0);
  return Number(day) >= 1 && Number(day) <= last;
}

/** A decimal of at most 15 digits, which a number keeps exactly as it was typed. */
function numberIn(typed: string): number | null {
  const digits = typed.replace(/[-.]/g, '');
  const isDecimal = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(typed);
  return isDecimal && digits.length <= 15 ? Number(typed) : null;
}

/** The value that a typed text means in a field; nothing typed is no value. */
export function readValue(field: FieldDefinition, typed: string | null): ReadValue {
  const plain = (typed ?? '').trim();
  if (plain === '') {
    return field.isRequired ? { ok: false, why: 'required' } : { ok: true, value: null };
  }
  const wrong = { ok: false, why: 'wrong' } as const;
  switch (field.kind) {
    case 'text':
      return plain.length <= textMax ? { ok: true, value: plain } : wrong;
    case 'number': {
      const value = numberIn(plain.normalize('NFKC'));
      return value === null ? wrong : { ok: true, value };
    }
    case 'day':
      return isDay(plain) ? { ok: true, value: plain } : wrong;
    case 'choice':
      return field.choices.some(({ code }) => code === plain) ? { ok: true, value: plain } : wrong;
  }
}

/** How many of the values that parts hold would not fit a field any more. */
export function misfits(
  next: Omit<FieldDefinition, 'isRequired'>,
  before: Pick<FieldDefinition, 'kind'>,
  held: readonly (string | number)[],
): number {
  if (next.kind !== before.kind) return held.length;
  return held.filter((value) => !readValue({ ...next, isRequired: false }, String(value)).ok)
    .length;
}
