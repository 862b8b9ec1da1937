/**
 * The English words for every refusal of the product: a title that says what happened and a remedy that
 * says what to do next. A refusal without words, and words without a refusal, fail the type check.
 */
import type { ErrorCode } from '../operations.ts';
import { countsErrorsEn } from './errors-counts.en.ts';
import { floorErrorsEn } from './errors-floor.en.ts';
import { inventoryErrorsEn } from './errors-inventory.en.ts';
import { kitsErrorsEn } from './errors-kits.en.ts';
import { networkErrorsEn } from './errors-network.en.ts';
import { ordersErrorsEn } from './errors-orders.en.ts';
import { partReturnsErrorsEn } from './errors-part-returns.en.ts';
import { peopleErrorsEn } from './errors-people.en.ts';
import { planningErrorsEn } from './errors-planning.en.ts';
import { purchasingErrorsEn } from './errors-purchasing.en.ts';
import { receiptsErrorsEn } from './errors-receipts.en.ts';
import { reportsErrorsEn } from './errors-reports.en.ts';
import { rmaErrorsEn } from './errors-rma.en.ts';
import { shipmentsErrorsEn } from './errors-shipments.en.ts';

/** The key of a text about a refusal; `platform.unexpected` stands for a defect of ours. */
export type ErrorTextKey = `${ErrorCode | 'platform.unexpected'}.${'title' | 'remedy'}`;

export const errorsEn = {
  ...floorErrorsEn,
  ...peopleErrorsEn,
  ...inventoryErrorsEn,
  ...rmaErrorsEn,
  ...planningErrorsEn,
  ...networkErrorsEn,
  ...kitsErrorsEn,
  ...ordersErrorsEn,
  ...shipmentsErrorsEn,
  ...receiptsErrorsEn,
  ...purchasingErrorsEn,
  ...partReturnsErrorsEn,
  ...countsErrorsEn,
  ...reportsErrorsEn,
} as const satisfies Readonly<Record<ErrorTextKey, string>>;
