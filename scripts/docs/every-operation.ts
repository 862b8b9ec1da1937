// Every operation there is: those people and programs give, and those the product gives itself.
import { allCommands, allQueries } from '../../src/operations.ts';
import { planningOwnCommands } from '../../src/planning/index.ts';
import type { AnyCommand } from '../../src/platform/command.ts';
import { rmaTimerCommands } from '../../src/rma/index.ts';

/** Commands that only the product's own timers and reviews give. */
export const ownCommands: readonly AnyCommand[] = [...rmaTimerCommands, ...planningOwnCommands];

export const everyCommand: readonly AnyCommand[] = [...allCommands, ...ownCommands];

export const everyQuery = allQueries;
