/** Records a fault found on the unit; the first one ends the diagnosis. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { jobErrors } from '../../command-errors.ts';
import { jobInput, moved, note } from '../../contract.ts';
import { moveJob } from './job-event.ts';

export const recordFault = defineCommand({
  name: 'repair.record-fault',
  permission: 'repair.work',
  summary: 'Records a fault found on the unit.',
  input: z.strictObject({ ...jobInput, faultCode: text(40), note }),
  output: moved,
  errors: [...jobErrors, 'rma.fault-code-unknown'],
  run: (work, { jobId, version, faultCode, note: remark }) =>
    moveJob(work, { jobId, version }, { type: 'record-fault', faultCode }, { note: remark }),
});
