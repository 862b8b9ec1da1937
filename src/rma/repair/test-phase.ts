/** Whether tests shown or recorded now belong to the diagnosis or to the final test. */
import { allowedEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { repairJobFlow } from './repair-job.machine.ts';
import type { JobRow } from './store.ts';

/** A diagnosis is where a fault can still be recorded, or the job has not begun. */
export function phaseOf(job: JobRow): 'diagnosis' | 'final' {
  const events = allowedEvents(repairJobFlow, storedOf(job));
  const isDiagnosis = events.some(({ event }) => event === 'record-fault' || event === 'start');
  return isDiagnosis ? 'diagnosis' : 'final';
}
