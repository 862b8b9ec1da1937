/** The technician takes the unit to a bench and opens the job. */
import { z } from 'zod';
import { getSiteLocation } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { jobErrors } from '../../command-errors.ts';
import { jobInput, moved } from '../../contract.ts';
import { rmaErrors } from '../../errors.ts';
import { getJob } from '../store.ts';
import { moveJob } from './job-event.ts';

export const startJob = defineCommand({
  name: 'repair.start',
  permission: 'repair.work',
  summary: 'Takes the unit to a bench and opens the job.',
  input: z.strictObject({ ...jobInput, benchId: id.nullable().default(null) }),
  output: moved,
  errors: [...jobErrors, 'rma.location-kind-differs'],
  run: async (work, { jobId, version, benchId }) => {
    if (benchId === null) return moveJob(work, { jobId, version }, { type: 'start' });
    const [bench, job] = [await getSiteLocation(work, benchId), await getJob(work, jobId)];
    if (bench.kind !== 'bench' || bench.siteId !== job.siteId) {
      throw rmaErrors.error('location-kind-differs', { kind: bench.kind });
    }
    return moveJob(work, { jobId, version }, { type: 'start' }, { benchId });
  },
});
