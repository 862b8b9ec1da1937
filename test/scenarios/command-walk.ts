/**
 * The joint walk of line and job as a client of the REST desk sees it: each move is one request (or
 * the timer), with what the command does by itself folded in. It predicts states and refusals.
 */
import { DomainError } from '../../src/platform/errors.ts';
import { advance, regionStates } from '../../src/platform/flow.ts';
import {
  type Depot,
  type DepotMove,
  depotWorld,
  JOB_EVENTS,
  LINE_EVENTS,
  REAL_FLOWS,
  takeMove,
} from '../rma/depot-world.ts';
import type { Explorable } from '../support/explore.ts';

const authorize: DepotMove = { document: 'line', event: { type: 'authorize' } };
const decideRepair: DepotMove = { document: 'line', event: { type: 'decide-repair' } };

/** Only the machines know these: no route and no timer leads to them. */
const withoutRoute: ReadonlySet<string> = new Set(['authorize', 'reject']);

/** What a client can ask, and what the timer sends. */
export const walkMoves: readonly DepotMove[] = [
  ...LINE_EVENTS.map((event) => ({ document: 'line' as const, event })),
  ...JOB_EVENTS.map((event) => ({ document: 'job' as const, event })),
].filter(({ document, event }) => document === 'job' || !withoutRoute.has(event.type));

/** The depot after one request, or undefined when it is refused. */
export function ask(depot: Depot, move: DepotMove): Depot | undefined {
  const next = takeMove(depot, move);
  if (next === undefined || move.event.type !== 'receive') return next;
  // A unit that may be repaired goes to the bench queue without another request.
  return move.event.serialMatches ? (takeMove(next, decideRepair) ?? next) : next;
}

/** The walk begins with an authorised line: that is what the first request makes. */
export function commandWalk(): Explorable<Depot, DepotMove> {
  const world = depotWorld();
  const starts = world.starts.flatMap((depot) => takeMove(depot, authorize) ?? []);
  return {
    ...world,
    starts,
    moves: (depot) =>
      walkMoves.flatMap((move) => {
        const next = ask(depot, move);
        return next === undefined ? [] : [{ move, next }];
      }),
  };
}

/** The code with which the machines refuse this move here; null when they do not. */
export function refusalOf(depot: Depot, { document, event }: DepotMove): string | null {
  try {
    if (document === 'line') advance(REAL_FLOWS.line, depot.line, event);
    else if (depot.job !== null) advance(REAL_FLOWS.job, depot.job, event);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Where the line is, in the words in which every command answers. */
export function whereIs(depot: Depot) {
  const { top, inbound, remedy, outbound, money, hold } = regionStates(REAL_FLOWS.line, depot.line);
  const jobState =
    depot.job === null ? null : (regionStates(REAL_FLOWS.job, depot.job).top ?? null);
  return { top, inbound, remedy, outbound, money, hold, jobState };
}
