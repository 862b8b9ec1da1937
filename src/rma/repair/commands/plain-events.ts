/** The commands on a repair job that carry nothing but the wish. */
import { jobEvent } from './job-event.ts';

export const finishRepair = jobEvent('finish-repair', 'The repair is done; the final test begins.');
export const passFinalTest = jobEvent(
  'pass-final-test',
  'The final test is passed; the unit goes back to the dock for shipping.',
);
export const failFinalTest = jobEvent(
  'fail-final-test',
  'The final test failed; back to the bench, the third time uneconomic.',
);
export const declareUneconomic = jobEvent(
  'declare-uneconomic',
  'The repair costs more than it is worth; the service desk decides.',
);
export const cancelJob = jobEvent('cancel', 'Stops the job; the service desk decides again.');
