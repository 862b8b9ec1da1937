/** Whether a test recorded now belongs to the diagnosis or to the final test. */
import { allowedEvents } from '../../platform/flow.ts';
import { storedOf } from '../stored-flow.ts';
import { repairJobFlow } from './repair-job.machine.ts';
import type { JobRow } from './store.ts';

/** The final test is where the flow knows how to end it. */
export function phaseOf(job: JobRow): 'diagnosis' | 'final' {
  const events = allowedEvents(repairJobFlow, storedOf(job));
  return events.some(({ event }) => event === 'pass-final-test') ? 'final' : 'diagnosis';
}
