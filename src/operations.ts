/**
 * The registry: every command, query and refusal of the product, gathered from the doors. Desks,
 * reference pages and tests read it; it decides nothing.
 */

import { countsCommands, countsErrors, countsQueries } from './counts/index.ts';
import { importCommands, importQueries } from './imports/index.ts';
import { inventoryCommands, inventoryErrors, inventoryQueries } from './inventory/index.ts';
import { kitsCommands, kitsErrors, kitsQueries } from './kits/index.ts';
import { labelErrors } from './labels/index.ts';
import { networkCommands, networkErrors, networkQueries } from './network/index.ts';
import { ordersCommands, ordersErrors, ordersQueries } from './orders/index.ts';
import {
  partReturnsCommands,
  partReturnsErrors,
  partReturnsQueries,
} from './part-returns/index.ts';
import { peopleCommands, peopleErrors, peopleQueries } from './people/index.ts';
import { planningCommands, planningErrors, planningQueries } from './planning/index.ts';
import type { AnyCommand } from './platform/command.ts';
import { databaseErrors } from './platform/db/migrate.ts';
import { embeddedErrors } from './platform/embedded/errors.ts';
import type { CodesOf, ErrorCategory } from './platform/errors.ts';
import { jobQueries } from './platform/jobs/index.ts';
import { platformErrors } from './platform/platform-errors.ts';
import type { AnyQuery } from './platform/query.ts';
import { purchasingCommands, purchasingErrors, purchasingQueries } from './purchasing/index.ts';
import { receiptsCommands, receiptsErrors, receiptsQueries } from './receipts/index.ts';
import { reportsCommands, reportsErrors, reportsQueries } from './reports/index.ts';
import { rmaCommands, rmaErrors, rmaQueries } from './rma/index.ts';
import { shipmentsCommands, shipmentsErrors, shipmentsQueries } from './shipments/index.ts';

/** Every command that a person or a program may give; the product's own timers are not among them. */
export const allCommands: readonly AnyCommand[] = [
  ...peopleCommands,
  ...inventoryCommands,
  ...rmaCommands,
  ...planningCommands,
  ...importCommands,
  ...networkCommands,
  ...kitsCommands,
  ...ordersCommands,
  ...shipmentsCommands,
  ...receiptsCommands,
  ...purchasingCommands,
  ...partReturnsCommands,
  ...countsCommands,
  ...reportsCommands,
];

export const allQueries: readonly AnyQuery[] = [
  ...peopleQueries,
  ...inventoryQueries,
  ...rmaQueries,
  ...planningQueries,
  ...importQueries,
  ...jobQueries,
  ...networkQueries,
  ...kitsQueries,
  ...ordersQueries,
  ...shipmentsQueries,
  ...receiptsQueries,
  ...purchasingQueries,
  ...partReturnsQueries,
  ...countsQueries,
  ...reportsQueries,
];

/** Every catalogue of refusals. */
const errorCatalogues = [
  platformErrors,
  databaseErrors,
  embeddedErrors,
  peopleErrors,
  inventoryErrors,
  rmaErrors,
  planningErrors,
  labelErrors,
  networkErrors,
  kitsErrors,
  ordersErrors,
  shipmentsErrors,
  receiptsErrors,
  purchasingErrors,
  partReturnsErrors,
  countsErrors,
  reportsErrors,
] as const;

/** Every code the product may refuse with. */
export type ErrorCode = CodesOf<(typeof errorCatalogues)[number]>;

const categories: ReadonlyMap<string, ErrorCategory> = new Map(
  errorCatalogues.flatMap(({ module, categories }) =>
    Object.entries(categories).map(([reason, category]) => [`${module}.${reason}`, category]),
  ),
);

/** Every code, in the order of the catalogues. */
export const errorCodes = errorCatalogues.flatMap<ErrorCode>(({ codes }) => [...codes]);

/** The category of a code; undefined for one that no catalogue declares. */
export function categoryOf(code: string): ErrorCategory | undefined {
  return categories.get(code);
}
