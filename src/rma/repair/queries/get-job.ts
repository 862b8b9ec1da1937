/** The bench's view of one job: the unit, its tests, faults, parts, and what may happen now. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { getSerial } from '../../../inventory/index.ts';
import { offeredEvents } from '../../../platform/flow.ts';
import { storedOf } from '../../../platform/flow-row.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { coverageView, jobView } from '../../contract.ts';
import { rmaErrors } from '../../errors.ts';
import { iso, selectLines } from '../../queries/line-summaries.ts';
import { getLine } from '../../store.ts';
import { latestResults, stepsFor } from '../bench-records.store.ts';
import { repairJobFlow } from '../repair-job.machine.ts';
import { getJob, type JobRow } from '../store.ts';
import { phaseOf } from '../test-phase.ts';
import { faultsOf, partsOf, testsOf } from './bench-history.ts';

async function stepsOf(read: Read, job: JobRow) {
  const { partId } = await getSerial(read.db, job.serialUnitId);
  const at = { phase: phaseOf(job), cycle: job.cycle };
  const [steps, results] = await Promise.all([
    stepsFor(read, partId),
    latestResults(read, job.id, at),
  ]);
  return steps.map(({ id: stepId, nameEn, nameZh, isMandatory }) => ({
    stepId,
    nameEn,
    nameZh,
    isMandatory,
    result: results.get(stepId) ?? null,
  }));
}

async function surroundings(read: Read, job: JobRow) {
  const rows = await read.db.execute<{
    code: string | null;
    visits: { code: string; at: string }[];
  }>(sql`
    select (select code from location where id = ${job.benchId}::uuid) as code,
      coalesce((select jsonb_agg(jsonb_build_object('code', v.code, 'at', v.closed_at)
                                 order by v.closed_at desc)
        from rma_line v where v.serial_unit_id = ${job.serialUnitId}::uuid
          and v.closed_at is not null and v.id <> ${job.lineId}::uuid), '[]'::jsonb) as visits`);
  const row = rows[0];
  const earlierVisits = (row?.visits ?? []).map(({ code, at }) => ({ code, closedAt: iso(at) }));
  return { benchCode: row?.code ?? null, earlierVisits };
}

export const getRepairJob = defineQuery({
  name: 'repair.get',
  permission: 'repair.view',
  summary: 'One repair job: the unit, its tests, faults, parts, and what may happen now.',
  input: z.strictObject({ jobId: id }),
  output: jobView,
  errors: ['rma.job-not-found', 'rma.line-not-found'],
  run: async (read, { jobId }) => {
    const job = await getJob(read, jobId);
    const [line, { lines }, steps, tests, faults, usedParts, around] = await Promise.all([
      getLine(read, job.lineId),
      selectLines(read, sql`l.id = ${job.lineId}::uuid`, { limit: 1, offset: 0 }),
      stepsOf(read, job),
      testsOf(read, jobId),
      faultsOf(read, job.lineId),
      partsOf(read, job.lineId),
      surroundings(read, job),
    ]);
    const summary = lines[0];
    if (summary === undefined) throw rmaErrors.error('line-not-found');
    const { customerNameEn, customerNameZh, serialNumber, partId, partNumber, nameEn, nameZh } =
      summary;
    return {
      jobId,
      number: job.number,
      lineId: job.lineId,
      lineCode: line.code,
      siteId: job.siteId,
      benchId: job.benchId,
      ...around,
      technicianName: job.technicianName,
      state: job.state,
      cycle: job.cycle,
      version: job.version,
      ...{ serialNumber, partId, partNumber, nameEn, nameZh, customerNameEn, customerNameZh },
      faultDescription: line.faultDescription,
      coverage: coverageView.parse(line.coverage),
      promisedOn: line.promisedOn,
      steps,
      tests,
      faults,
      usedParts,
      events: offeredEvents(repairJobFlow, storedOf(job)).map((offered) => ({
        event: offered.event,
        allowed: offered.allowed,
        refusal: offered.allowed ? null : offered.refusal,
      })),
    };
  },
});
