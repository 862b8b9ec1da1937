// Every operation there is: those people and programs give, and those the product gives itself.
import { countsOwnCommands } from '../../src/counts/index.ts';
import { kitsOwnCommands } from '../../src/kits/index.ts';
import { networkOwnCommands } from '../../src/network/index.ts';
import { allCommands, allQueries } from '../../src/operations.ts';
import { ordersOwnCommands } from '../../src/orders/index.ts';
import { partReturnsOwnCommands } from '../../src/part-returns/index.ts';
import { planningOwnCommands } from '../../src/planning/index.ts';
import type { AnyCommand } from '../../src/platform/command.ts';
import { purchasingOwnCommands } from '../../src/purchasing/index.ts';
import { receiptsOwnCommands } from '../../src/receipts/index.ts';
import { reportsOwnCommands } from '../../src/reports/index.ts';
import { rmaTimerCommands } from '../../src/rma/index.ts';
import { shipmentsOwnCommands } from '../../src/shipments/index.ts';

/** Commands that only the product's own timers and reviews give. */
export const ownCommands: readonly AnyCommand[] = [
  ...rmaTimerCommands,
  ...planningOwnCommands,
  ...networkOwnCommands,
  ...kitsOwnCommands,
  ...ordersOwnCommands,
  ...shipmentsOwnCommands,
  ...receiptsOwnCommands,
  ...purchasingOwnCommands,
  ...partReturnsOwnCommands,
  ...countsOwnCommands,
  ...reportsOwnCommands,
];

export const everyCommand: readonly AnyCommand[] = [...allCommands, ...ownCommands];

export const everyQuery = allQueries;
