/** Records the result of one test step; in the final test it counts towards passing. */
import { z } from 'zod';
import { getSerial } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { jobErrors } from '../../command-errors.ts';
import { jobInput, moved, note } from '../../contract.ts';
import { rmaErrors } from '../../errors.ts';
import { addResult, latestResults, stepsFor } from '../bench-records.store.ts';
import { lockJob } from '../store.ts';
import { phaseOf } from '../test-phase.ts';
import { isEveryMandatoryPassed } from '../test-plan.rules.ts';
import { moveJob } from './job-event.ts';

export const recordTest = defineCommand({
  name: 'repair.record-test',
  permission: 'repair.work',
  summary: 'Records the result of one test step.',
  input: z.strictObject({
    ...jobInput,
    stepId: id,
    result: z.enum(['pass', 'fail']),
    note,
  }),
  output: moved,
  errors: [...jobErrors, 'rma.step-not-found'],
  run: async (work, { jobId, version, stepId, result, note: remark }) => {
    const job = await lockJob(work, jobId, version);
    const { partId } = await getSerial(work.db, job.serialUnitId);
    const steps = await stepsFor(work, partId);
    if (!steps.some((step) => step.id === stepId)) throw rmaErrors.error('step-not-found');
    const at = { phase: phaseOf(job), cycle: job.cycle };
    const before = await latestResults(work, jobId, at);
    const everyMandatoryTestPassed = isEveryMandatoryPassed(
      steps,
      new Map([...before, [stepId, result]]),
    );
    // The machine speaks first: a result for a job that is not being tested is never written.
    const event = { type: 'record-test', everyMandatoryTestPassed } as const;
    const answer = await moveJob(work, { jobId, version }, event);
    await addResult(work, { jobId, stepId, ...at, result, note: remark });
    return answer;
  },
});
