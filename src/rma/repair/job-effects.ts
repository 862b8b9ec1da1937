/**
 * Performs what the job's machine asks for, one handler per effect, all of them present by type:
 * the unit to the bench and back, parts out of bench stock, defective parts owed.
 */
import {
  cancelOwedReturn,
  oweDefectiveReturn,
  type Pile,
  place,
  postEntry,
  reverseEntry,
} from '../../inventory/index.ts';
import { addDays, isoDay } from '../../platform/clock.ts';
import { InvariantError } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import type { RmaLineEvent } from '../rma-line.vocabulary.ts';
import type { LineRow } from '../store.ts';
import { locationOf, moveUnit } from '../unit-moves.ts';
import { addFault, addUsage, findUsage } from './bench-records.store.ts';
import type { RepairJobEffects } from './repair-job.vocabulary.ts';
import type { JobChanges, JobRow } from './store.ts';

/** Days within which a removed part has to come back. */
const defectiveDueDays = 14;

/** A part being put into the unit: from which pile, which piece, and the piece that came out. */
export interface PartUse {
  readonly from: Pile;
  readonly quantity: number;
  readonly serialId: string | null;
  readonly removedSerialId: string | null;
}

/** What the command knows beyond the event. */
export interface JobFacts {
  readonly benchId?: string;
  readonly note?: string | null;
  readonly use?: PartUse;
  readonly reason?: string;
}

/** One job being acted on, with its line. */
export interface JobCase {
  readonly row: JobRow;
  readonly line: LineRow;
  readonly facts: JobFacts;
  readonly changes: JobChanges;
  toLine(event: RmaLineEvent): Promise<void>;
}

type Handlers = {
  readonly [K in keyof RepairJobEffects]: (
    work: Work,
    job: JobCase,
    params: RepairJobEffects[K],
  ) => Promise<void>;
};

const unitOf = ({ row, line }: JobCase) => ({
  serialUnitId: row.serialUnitId,
  siteId: row.siteId,
  document: line.code,
});

function benchOf(work: Work, job: JobCase): Promise<string> {
  const known = job.facts.benchId ?? job.row.benchId;
  return known === null || known === undefined
    ? locationOf(work, job.row.siteId, 'bench')
    : Promise.resolve(known);
}

function usedIn(job: JobCase): PartUse {
  if (job.facts.use === undefined) throw new InvariantError('a part use names its part');
  return job.facts.use;
}

const moves: Pick<Handlers, 'moveToBench' | 'moveToDock'> = {
  moveToBench: async (work, job) => {
    const locationId = await benchOf(work, job);
    await moveUnit(work, { kind: 'move', ...unitOf(job), locationId });
    const { id, name } = work.actor;
    Object.assign(job.changes, { benchId: locationId, technicianId: id, technicianName: name });
    job.changes.startedAt = job.row.startedAt ?? work.now;
    job.changes.finishedAt = null;
  },
  moveToDock: async (work, job, { condition }) => {
    const locationId = await locationOf(work, job.row.siteId, 'dock');
    await moveUnit(work, { kind: 'move', ...unitOf(job), locationId, condition });
    // The repair warranty counts from a repair that passed, so only then is it finished.
    job.changes.finishedAt = condition === 'good' ? work.now : null;
  },
};

const partsAndFaults: Pick<
  Handlers,
  'recordFault' | 'consumePart' | 'oweDefectivePart' | 'undoPartUse'
> = {
  recordFault: (work, job, { faultCode }) =>
    addFault(work, { jobId: job.row.id, faultCode, note: job.facts.note ?? null }),
  consumePart: async (work, job, { usageId }) => {
    const { from, quantity, serialId } = usedIn(job);
    const to = { ...from, locationId: place.conversion };
    const line = { from, to, quantity, serialId, holdId: null };
    const document = job.line.code;
    const entryId = await postEntry(work, { kind: 'issue', document, reason: null, lines: [line] });
    await addUsage(work, { usageId, jobId: job.row.id, partId: from.partId, quantity, entryId });
  },
  oweDefectivePart: async (work, job, { usageId }) => {
    const { from, quantity, removedSerialId } = usedIn(job);
    const locationId = await benchOf(work, job);
    const inUnit = { ...from, locationId: place.conversion, condition: 'defective' as const };
    const out = { ...inUnit, locationId };
    const line = { from: inUnit, to: out, quantity, serialId: removedSerialId, holdId: null };
    const document = job.line.code;
    const draft = { kind: 'removal' as const, document, reason: null, lines: [line] };
    const removalEntryId = await postEntry(work, draft);
    await oweDefectiveReturn(work, {
      siteId: job.row.siteId,
      partId: from.partId,
      quantity,
      document,
      sourceId: usageId,
      faultCode: null,
      dueOn: isoDay(addDays(work.now, defectiveDueDays)),
      removalEntryId,
    });
  },
  undoPartUse: async (work, job, { usageId }) => {
    const usage = await findUsage(work, job.row.id, usageId);
    const reason = job.facts.reason ?? 'part taken back on the bench';
    await cancelOwedReturn(work, usageId, reason);
    await reverseEntry(work, usage.entryId, reason);
  },
};

const notices: Pick<Handlers, 'notifyLinePassed' | 'notifyLineUneconomic' | 'notifyLineCancelled'> =
  {
    notifyLinePassed: (_work, job) => job.toLine({ type: 'job-passed' }),
    notifyLineUneconomic: (_work, job) => job.toLine({ type: 'job-uneconomic' }),
    notifyLineCancelled: (_work, job) => job.toLine({ type: 'job-cancelled' }),
  };

export const jobHandlers: Handlers = { ...moves, ...partsAndFaults, ...notices };
