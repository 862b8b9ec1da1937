/**
 * The Chinese words for every refusal of the product: a title that says what happened and a remedy that
 * says what to do next. A refusal without words, and words without a refusal, fail the type check.
 */
import type { ErrorTextKey } from './errors.en.ts';
import { countsErrorsZhCn } from './errors-counts.zh-cn.ts';
import { floorErrorsZhCn } from './errors-floor.zh-cn.ts';
import { inventoryErrorsZhCn } from './errors-inventory.zh-cn.ts';
import { kitsErrorsZhCn } from './errors-kits.zh-cn.ts';
import { networkErrorsZhCn } from './errors-network.zh-cn.ts';
import { ordersErrorsZhCn } from './errors-orders.zh-cn.ts';
import { partReturnsErrorsZhCn } from './errors-part-returns.zh-cn.ts';
import { peopleErrorsZhCn } from './errors-people.zh-cn.ts';
import { planningErrorsZhCn } from './errors-planning.zh-cn.ts';
import { purchasingErrorsZhCn } from './errors-purchasing.zh-cn.ts';
import { receiptsErrorsZhCn } from './errors-receipts.zh-cn.ts';
import { reportsErrorsZhCn } from './errors-reports.zh-cn.ts';
import { rmaErrorsZhCn } from './errors-rma.zh-cn.ts';
import { shipmentsErrorsZhCn } from './errors-shipments.zh-cn.ts';

export const errorsZhCn = {
  ...floorErrorsZhCn,
  ...peopleErrorsZhCn,
  ...inventoryErrorsZhCn,
  ...rmaErrorsZhCn,
  ...planningErrorsZhCn,
  ...networkErrorsZhCn,
  ...kitsErrorsZhCn,
  ...ordersErrorsZhCn,
  ...shipmentsErrorsZhCn,
  ...receiptsErrorsZhCn,
  ...purchasingErrorsZhCn,
  ...partReturnsErrorsZhCn,
  ...countsErrorsZhCn,
  ...reportsErrorsZhCn,
} as const satisfies Readonly<Record<ErrorTextKey, string>>;
