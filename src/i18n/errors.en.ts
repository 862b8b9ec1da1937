/**
 * The English words for every refusal of the product: a title that says what happened and a remedy that
 * says what to do next. A refusal without words, and words without a refusal, fail the type check.
 */
import type { ErrorCode } from '../operations.ts';
import { floorErrorsEn } from './errors-floor.en.ts';
import { inventoryErrorsEn } from './errors-inventory.en.ts';
import { peopleErrorsEn } from './errors-people.en.ts';
import { planningErrorsEn } from './errors-planning.en.ts';
import { rmaErrorsEn } from './errors-rma.en.ts';

/** The key of a text about a refusal; `platform.unexpected` stands for a defect of ours. */
export type ErrorTextKey = `${ErrorCode | 'platform.unexpected'}.${'title' | 'remedy'}`;

export const errorsEn = {
  ...floorErrorsEn,
  ...peopleErrorsEn,
  ...inventoryErrorsEn,
  ...rmaErrorsEn,
  ...planningErrorsEn,
} as const satisfies Readonly<Record<ErrorTextKey, string>>;
