/**
 * The return line and its repair job walked together: a move is one event by a person or a clock,
 * and every effect is performed before the next move, as one transaction would. Used to prove the
 * law and to produce the paths that other suites replay over the real system.
 */
import { DomainError } from '../../src/platform/errors.ts';
import { advance, type StoredFlow, startFlow } from '../../src/platform/flow.ts';
import type { EffectOf } from '../../src/platform/flow-effects.ts';
import { repairJobFlow } from '../../src/rma/repair/repair-job.machine.ts';
import type {
  RepairJobEffects,
  RepairJobEvent,
} from '../../src/rma/repair/repair-job.vocabulary.ts';
import { rmaLineFlow } from '../../src/rma/rma-line.machine.ts';
import type {
  RmaLineContext,
  RmaLineEffects,
  RmaLineEvent,
  RmaLineInput,
} from '../../src/rma/rma-line.vocabulary.ts';
import type { Explorable } from '../support/explore.ts';
import { EMPTY_LEDGER, LawBroken, type Ledger, lawBreaches, perform } from './law-ledger.ts';

export interface Depot {
  readonly input: RmaLineInput;
  readonly line: StoredFlow;
  readonly job: StoredFlow | null;
  readonly jobIsLive: boolean;
  readonly ledger: Ledger;
  readonly isClosed: boolean;
}

/** One step as a client would send it: to which document, which command, with which data. */
export type DepotMove =
  | { readonly document: 'line'; readonly event: RmaLineEvent }
  | { readonly document: 'job'; readonly event: RepairJobEvent };

/** Every event that a person or a clock sends to the line, with data that takes each branch. */
export const LINE_EVENTS: readonly RmaLineEvent[] = [
  { type: 'authorize' },
  { type: 'reject' },
  { type: 'cancel' },
  { type: 'receive', serialMatches: true, serial: 'SN-1' },
  { type: 'receive', serialMatches: false, serial: 'SN-2' },
  { type: 'expire' },
  { type: 'close-unused' },
  { type: 'accept-substitute' },
  { type: 'return-wrong-item' },
  { type: 'decide-repair' },
  { type: 'decide-return-as-is' },
  { type: 'decide-scrap', customerAgreed: true },
  { type: 'decide-scrap', customerAgreed: false },
  { type: 'revoke-test' },
  { type: 'pack' },
  { type: 'unpack' },
  { type: 'ship', tracking: 'TRACK-1' },
  { type: 'confirm-delivery' },
  { type: 'agree-charge', amountMinor: 12_000 },
  { type: 'agree-charge', amountMinor: 0 },
  { type: 'settle-charge' },
  { type: 'waive-charge' },
  { type: 'place-hold' },
  { type: 'release-hold' },
];

/** What the bench says to the line; in the joint walk only the job says it. */
export const LINE_EVENTS_FROM_BENCH: readonly RmaLineEvent[] = [
  { type: 'job-passed' },
  { type: 'job-uneconomic' },
  { type: 'job-cancelled' },
];

/** Every event that a technician sends to the job, with data that takes each branch. */
export const JOB_EVENTS: readonly RepairJobEvent[] = [
  { type: 'start' },
  { type: 'record-test', everyMandatoryTestPassed: true },
  { type: 'record-test', everyMandatoryTestPassed: false },
  { type: 'record-fault', faultCode: 'NO-POWER' },
  { type: 'use-part', usageId: 'usage-1', defectiveMustComeBack: true },
  { type: 'use-part', usageId: 'usage-1', defectiveMustComeBack: false },
  { type: 'remove-part', usageId: 'usage-1' },
  { type: 'finish-repair' },
  { type: 'pass-final-test' },
  { type: 'fail-final-test' },
  { type: 'declare-uneconomic' },
  { type: 'cancel' },
];

/** What the line says to the job. */
export const JOB_EVENTS_FROM_LINE: readonly RepairJobEvent[] = [
  { type: 'withdraw' },
  { type: 'reopen' },
  { type: 'close' },
];

/** The kinds of entitlement that take different ways: free and paid. */
export const INPUTS: readonly RmaLineInput[] = [
  { coverage: 'repair', expectedSerial: 'SN-1' },
  { coverage: 'paid', expectedSerial: 'SN-1' },
];

export interface DepotFlows {
  readonly line: typeof rmaLineFlow;
  readonly job: typeof repairJobFlow;
}

export const REAL_FLOWS: DepotFlows = { line: rmaLineFlow, job: repairJobFlow };

/** The context inside a stored line. */
function contextOf(stored: StoredFlow): RmaLineContext {
  // The store writes { status, value, context }; only this test reads inside it.
  return (stored.snapshot as { context: RmaLineContext }).context;
}

/** The joint system; `moves` throws LawBroken as soon as a promise is broken. */
export function depotWorld(
  flows: DepotFlows = REAL_FLOWS,
  inputs: readonly RmaLineInput[] = INPUTS,
): Explorable<Depot, DepotMove> {
  const moves: readonly DepotMove[] = [
    ...LINE_EVENTS.map((event) => ({ document: 'line' as const, event })),
    ...JOB_EVENTS.map((event) => ({ document: 'job' as const, event })),
  ];
  return {
    starts: inputs.map((input) => startDepot(flows, input)),
    key: ({ line, job, ledger }) => JSON.stringify([line.snapshot, job?.snapshot, ledger]),
    isClosed: (depot) => depot.isClosed,
    moves: (depot) =>
      moves.flatMap((move) => {
        const next = takeMove(depot, move, flows);
        return next === undefined ? [] : [{ move, next }];
      }),
  };
}

function startDepot(flows: DepotFlows, input: RmaLineInput): Depot {
  const start = startFlow(flows.line, input);
  const depot: Depot = {
    input,
    line: start.stored,
    job: null,
    jobIsLive: false,
    ledger: EMPTY_LEDGER,
    isClosed: false,
  };
  return performAll(flows, depot, start.effects);
}

/**
 * The depot after one move and everything it sets off, or undefined when the move is refused.
 * @throws LawBroken when a promise is broken on the way.
 */
export function takeMove(
  depot: Depot,
  move: DepotMove,
  flows: DepotFlows = REAL_FLOWS,
): Depot | undefined {
  if (move.document === 'job' && depot.job === null) return undefined;
  // The clock fires only while it is due.
  if (move.event.type === 'expire' && !depot.ledger.expiryIsDue) return undefined;
  let moved: { readonly next: Depot; readonly effects: readonly AnyEffect[] };
  try {
    moved =
      move.document === 'line' ? line(flows, depot, move.event) : job(flows, depot, move.event);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
  const next = performAll(flows, moved.next, moved.effects);
  if (next.isClosed && next.jobIsLive) throw new LawBroken('a job outlives its closed line');
  const breaches = next.isClosed ? lawBreaches(next.ledger, contextOf(next.line)) : [];
  if (breaches.length > 0) throw new LawBroken(breaches.join('; '));
  return next;
}

type AnyEffect = EffectOf<RmaLineEffects> | EffectOf<RepairJobEffects>;

function line(flows: DepotFlows, depot: Depot, event: RmaLineEvent) {
  const { stored, effects, isDone } = advance(flows.line, depot.line, event);
  const customerAgreedToScrap =
    depot.ledger.customerAgreedToScrap || (event.type === 'decide-scrap' && event.customerAgreed);
  const ledger = { ...depot.ledger, customerAgreedToScrap };
  return { next: { ...depot, line: stored, isClosed: isDone, ledger }, effects };
}

function job(flows: DepotFlows, depot: Depot, event: RepairJobEvent) {
  if (depot.job === null) throw new LawBroken(`${event.type}: the line has no job`);
  const { stored, effects, isDone } = advance(flows.job, depot.job, event);
  return { next: { ...depot, job: stored, jobIsLive: !isDone }, effects };
}

/** Effects in order; a document that refuses what the other one asks of it breaks the law. */
function performAll(flows: DepotFlows, depot: Depot, effects: readonly AnyEffect[]): Depot {
  let now = depot;
  for (const effect of effects) {
    now = { ...now, ledger: perform(now.ledger, effect) };
    try {
      const told = tell(flows, now, effect);
      if (told !== undefined) now = performAll(flows, told.next, told.effects);
    } catch (error) {
      if (error instanceof DomainError) throw new LawBroken(`${effect.type}: ${error.code}`);
      throw error;
    }
  }
  return now;
}

function tell(flows: DepotFlows, depot: Depot, effect: AnyEffect) {
  switch (effect.type) {
    case 'openJob': {
      if (depot.jobIsLive) throw new LawBroken('a second live job');
      const { stored, effects } = startFlow(flows.job, undefined);
      return { next: { ...depot, job: stored, jobIsLive: true }, effects };
    }
    case 'cancelJob':
      return job(flows, depot, { type: 'withdraw' });
    case 'reopenJob':
      return job(flows, depot, { type: 'reopen' });
    case 'closeJob':
      return job(flows, depot, { type: 'close' });
    case 'notifyLinePassed':
      return line(flows, depot, { type: 'job-passed' });
    case 'notifyLineUneconomic':
      return line(flows, depot, { type: 'job-uneconomic' });
    case 'notifyLineCancelled':
      return line(flows, depot, { type: 'job-cancelled' });
    default:
      return undefined;
  }
}
