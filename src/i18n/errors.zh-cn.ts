/**
 * The Chinese words for every refusal of the product: a title that says what happened and a remedy that
 * says what to do next. A refusal without words, and words without a refusal, fail the type check.
 */
import type { ErrorTextKey } from './errors.en.ts';
import { floorErrorsZhCn } from './errors-floor.zh-cn.ts';
import { inventoryErrorsZhCn } from './errors-inventory.zh-cn.ts';
import { peopleErrorsZhCn } from './errors-people.zh-cn.ts';
import { planningErrorsZhCn } from './errors-planning.zh-cn.ts';
import { rmaErrorsZhCn } from './errors-rma.zh-cn.ts';

export const errorsZhCn = {
  ...floorErrorsZhCn,
  ...peopleErrorsZhCn,
  ...inventoryErrorsZhCn,
  ...rmaErrorsZhCn,
  ...planningErrorsZhCn,
} as const satisfies Readonly<Record<ErrorTextKey, string>>;
