/** Takes a part back that was booked by mistake: both bookings are reversed. */
import { z } from 'zod';
import { reversalErrors } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { jobErrors } from '../../command-errors.ts';
import { jobInput, moved } from '../../contract.ts';
import { moveJob } from './job-event.ts';

export const removePart = defineCommand({
  name: 'repair.remove-part',
  permission: 'repair.work',
  summary: 'Takes a part back that was booked by mistake.',
  input: z.strictObject({ ...jobInput, usageId: id, reason: text(200) }),
  output: moved,
  errors: [
    ...jobErrors,
    'rma.usage-not-found',
    ...reversalErrors,
    'inventory.return-already-closed',
  ],
  run: (work, { jobId, version, usageId, reason }) =>
    moveJob(work, { jobId, version }, { type: 'remove-part', usageId }, { reason }),
});
