/** Reads and writes repair jobs and what the bench recorded; locks a job while a command acts on it. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { regionStates, type StoredFlow } from '../../platform/flow.ts';
import { columnsOf, regionOf } from '../../platform/flow-row.ts';
import { nextNumber } from '../../platform/numbering.ts';
import type { Read, Work } from '../../platform/work.ts';
import { rmaErrors } from '../errors.ts';
import { repairJobFlow } from './repair-job.machine.ts';
import { repairJob } from './tables.ts';

export type JobRow = typeof repairJob.$inferSelect;

/** Columns a command may set beside the flow. */
export type JobChanges = Partial<
  Pick<JobRow, 'benchId' | 'technicianId' | 'technicianName' | 'startedAt' | 'finishedAt' | 'cycle'>
>;

/** The job, locked. @throws rma.job-not-found, rma.version-changed */
export async function lockJob(
  work: Work,
  jobId: string,
  version: number | null = null,
): Promise<JobRow> {
  const missing = rmaErrors.error('job-not-found');
  const [row] = await work.db
    .select()
    .from(repairJob)
    .where(eq(repairJob.id, jobId))
    .for('no key update');
  if (row === undefined) throw missing;
  work.requireScope(row.siteId, missing);
  if (version !== null && version !== row.version) {
    throw rmaErrors.error('version-changed', { code: row.number, state: row.state });
  }
  return row;
}

/** The job without a lock. @throws rma.job-not-found */
export async function getJob(read: Read, jobId: string): Promise<JobRow> {
  const missing = rmaErrors.error('job-not-found');
  const [row] = await read.db.select().from(repairJob).where(eq(repairJob.id, jobId));
  if (row === undefined) throw missing;
  read.requireScope(row.siteId, missing);
  return row;
}

/** The newest job of a line, or null. */
export async function newestJob(read: Read, lineId: string): Promise<JobRow | null> {
  const [row] = await read.db
    .select()
    .from(repairJob)
    .where(eq(repairJob.lineId, lineId))
    .orderBy(desc(repairJob.createdAt), desc(repairJob.number))
    .limit(1);
  return row ?? null;
}

/** The state column of a stored flow. */
function jobState(stored: StoredFlow): string {
  return regionOf(regionStates(repairJobFlow, stored), 'top');
}

/** Writes the job's new place; the row must still have the version it was read with. */
export async function saveJob(
  work: Work,
  row: JobRow,
  stored: StoredFlow,
  changes: JobChanges = {},
): Promise<JobRow> {
  const [saved] = await work.db
    .update(repairJob)
    .set({
      ...changes,
      ...columnsOf(stored),
      state: jobState(stored),
      version: sql`${repairJob.version} + 1`,
    })
    .where(and(eq(repairJob.id, row.id), eq(repairJob.version, row.version)))
    .returning();
  if (saved === undefined) throw rmaErrors.error('version-changed', { code: row.number });
  return saved;
}

/** Adds a job for the unit of a line, where its flow starts. */
export async function addJob(
  work: Work,
  line: Pick<JobRow, 'siteId' | 'lineId' | 'serialUnitId'>,
  stored: StoredFlow,
): Promise<void> {
  const series = { sequence: 'repair_job_number_seq', prefix: 'JOB' };
  await work.db.insert(repairJob).values({
    ...line,
    id: work.newId(),
    number: await nextNumber(work.db, series),
    state: jobState(stored),
    cycle: 0,
    createdAt: work.now,
    version: 1,
    ...columnsOf(stored),
  });
}
