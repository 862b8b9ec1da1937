/** The door of parts that come back: unused and defective. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { addReturnLines, cancelPartReturn, removeReturnLine } from './commands/change-lines.ts';
import { chaseOwed, planChasing } from './commands/chase.ts';
import { followReturnShipment } from './commands/follow-shipment.ts';
import { handOverReturn } from './commands/hand-over.ts';
import { inspectReturn } from './commands/inspect.ts';
import { openPartReturn } from './commands/open-return.ts';
import { sendPartReturn } from './commands/send-return.ts';
import { setReturnChasing } from './commands/set-chasing.ts';
import { closeOwed, noteOwedCredit, writeOffOwed } from './commands/settle-owed.ts';
import { usePart } from './commands/use-part.ts';
import { findPartReturn, getPartReturn } from './queries/get-return.ts';
import { listKeptMovements, listOwnKeptMovements } from './queries/kept-movements.ts';
import {
  listKeepers,
  listKeptPiles,
  listKeptPlaces,
  listKeptStock,
  listOwnKeptPiles,
  listOwnKeptPlaces,
  listOwnKeptStock,
  valueKeptStock,
} from './queries/kept-stock.ts';
import { listPartReturns } from './queries/list-returns.ts';
import { getReturnChasing, routeOwedReturns } from './queries/owed-route.ts';

export { partReturnsErrors } from './errors.ts';
export { partReturnFlow } from './return.machine.ts';
export { returnStates } from './return.vocabulary.ts';
export {
  addReturnLines,
  cancelPartReturn,
  chaseOwed,
  closeOwed,
  findPartReturn,
  followReturnShipment,
  getPartReturn,
  getReturnChasing,
  handOverReturn,
  inspectReturn,
  listKeepers,
  listKeptMovements,
  listKeptPiles,
  listKeptPlaces,
  listKeptStock,
  listOwnKeptMovements,
  listOwnKeptPiles,
  listOwnKeptPlaces,
  listOwnKeptStock,
  listPartReturns,
  noteOwedCredit,
  openPartReturn,
  planChasing,
  removeReturnLine,
  routeOwedReturns,
  sendPartReturn,
  setReturnChasing,
  usePart,
  valueKeptStock,
  writeOffOwed,
};

export const partReturnsCommands: readonly AnyCommand[] = [
  openPartReturn,
  addReturnLines,
  removeReturnLine,
  cancelPartReturn,
  sendPartReturn,
  handOverReturn,
  inspectReturn,
  usePart,
  writeOffOwed,
  closeOwed,
  noteOwedCredit,
  setReturnChasing,
];
/** Sent by the product itself after facts and by timers; no route and no button. */
export const partReturnsOwnCommands: readonly AnyCommand[] = [
  followReturnShipment,
  planChasing,
  chaseOwed,
];
export const partReturnsQueries: readonly AnyQuery[] = [
  listPartReturns,
  getPartReturn,
  findPartReturn,
  listOwnKeptStock,
  listKeptStock,
  listOwnKeptPiles,
  listKeptPiles,
  listOwnKeptPlaces,
  listKeptPlaces,
  listOwnKeptMovements,
  listKeptMovements,
  listKeepers,
  valueKeptStock,
  routeOwedReturns,
  getReturnChasing,
];
