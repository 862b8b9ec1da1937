/**
 * Sends an event to a line or a job inside a command: advance the machine, perform its effects in
 * order, save. The two documents speak to each other only through here. It decides nothing.
 */
import { isoDay } from '../platform/clock.ts';
import { advance, startFlow } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { type LineCase, type LineFacts, lineHandlers } from './line-effects.ts';
import { promisedDay } from './promise.rules.ts';
import { type JobCase, type JobFacts, jobHandlers } from './repair/job-effects.ts';
import { repairJobFlow } from './repair/repair-job.machine.ts';
import type { RepairJobEffects, RepairJobEvent } from './repair/repair-job.vocabulary.ts';
import { addJob, type JobRow, lockJob, newestJob, saveJob } from './repair/store.ts';
import { rmaLineFlow } from './rma-line.machine.ts';
import type { RmaLineEffects, RmaLineEvent } from './rma-line.vocabulary.ts';
import { type LineChanges, type LineRow, lockLine, saveLine } from './store.ts';

type Handler = (work: Work, on: unknown, params: unknown) => Promise<void>;

/** The handler of an effect; the handler records are exhaustive by type, so one is always there. */
function handlerOf(handlers: object, type: keyof RmaLineEffects | keyof RepairJobEffects): Handler {
  return (handlers as Readonly<Record<string, Handler>>)[type] as Handler;
}

async function openJob(work: Work, line: LineRow): Promise<void> {
  const { stored } = startFlow(repairJobFlow, undefined);
  const { siteId, serialUnitId } = line;
  await addJob(work, { siteId, serialUnitId, lineId: line.id }, stored);
}

/**
 * Sends an event to a locked line and saves it.
 * @throws rma.event-not-allowed or the code of the guard that refused, and what the effects throw
 */
export async function sendToLine(
  work: Work,
  row: LineRow,
  event: RmaLineEvent,
  extra: { readonly facts?: LineFacts; readonly changes?: LineChanges } = {},
): Promise<LineRow> {
  const move = advance(rmaLineFlow, storedOf(row), event);
  const changes: LineChanges = { ...extra.changes };
  if (event.type === 'receive' && row.receivedAt === null) {
    Object.assign(changes, { receivedAt: work.now, promisedOn: promisedDay(isoDay(work.now)) });
  }
  const line: LineCase = {
    row,
    facts: extra.facts ?? {},
    changes,
    openJob: () => openJob(work, row),
    toJob: async (jobEvent) => {
      const job = await newestJob(work, row.id);
      if (job !== null) await sendToJob(work, await lockJob(work, job.id), jobEvent, { line: row });
    },
  };
  for (const effect of move.effects) {
    await handlerOf(lineHandlers, effect.type)(work, line, effect.params);
  }
  work.about(`rma-line:${row.id}`);
  const saved = await saveLine(work, row, move, changes);
  work.emit('rma.line-moved', { lineId: row.id, code: row.code, event: event.type });
  return saved;
}

/**
 * Sends an event to a locked job and saves it; effects that concern the line are sent on to it.
 * @throws rma.event-not-allowed or the code of the guard that refused, and what the effects throw
 */
export async function sendToJob(
  work: Work,
  row: JobRow,
  event: RepairJobEvent,
  extra: { readonly facts?: JobFacts; readonly line: LineRow },
): Promise<JobRow> {
  const move = advance(repairJobFlow, storedOf(row), event);
  const job: JobCase = {
    row,
    line: extra.line,
    facts: extra.facts ?? {},
    changes: {},
    toLine: async (lineEvent) => {
      await sendToLine(work, await lockLine(work, row.lineId), lineEvent);
    },
  };
  for (const effect of move.effects) {
    await handlerOf(jobHandlers, effect.type)(work, job, effect.params);
  }
  work.about(`rma-line:${row.lineId}`);
  return saveJob(work, row, move.stored, { ...job.changes, cycle: cycleOf(move.stored.snapshot) });
}

function cycleOf(snapshot: unknown): number {
  const { context } = snapshot as { readonly context: { readonly cycle: number } };
  return context.cycle;
}
