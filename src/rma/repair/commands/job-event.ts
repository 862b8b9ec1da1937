/**
 * Makes the commands that only send one event to a repair job: the machine says whether, the effects
 * say what.
 */
import { z } from 'zod';
import { type Command, defineCommand } from '../../../platform/command.ts';
import type { Work } from '../../../platform/work.ts';
import { whereIs } from '../../answer.ts';
import { jobErrors } from '../../command-errors.ts';
import { jobInput, moved, note } from '../../contract.ts';
import { sendToJob } from '../../send.ts';
import { getLine } from '../../store.ts';
import type { JobFacts } from '../job-effects.ts';
import type { RepairJobEvent } from '../repair-job.vocabulary.ts';
import { lockJob } from '../store.ts';

const input = z.strictObject({ ...jobInput, note });

/** Sends the event to the job and answers where its line now is. */
export async function moveJob(
  work: Work,
  on: { readonly jobId: string; readonly version: number | null },
  event: RepairJobEvent,
  facts: JobFacts = {},
) {
  const job = await lockJob(work, on.jobId, on.version);
  const line = await getLine(work, job.lineId);
  await sendToJob(work, job, event, { facts, line });
  return whereIs(work, job.lineId);
}

/** A command for an event without data. */
export function jobEvent(
  event: 'finish-repair' | 'pass-final-test' | 'fail-final-test' | 'declare-uneconomic' | 'cancel',
  summary: string,
): Command<typeof input, typeof moved> {
  return defineCommand({
    name: `repair.${event}`,
    permission: 'repair.work',
    summary,
    input,
    output: moved,
    errors: jobErrors,
    run: (work, { jobId, version, note: reason }) =>
      moveJob(work, { jobId, version }, { type: event }, { note: reason }),
  });
}
