/**
 * Writes and finds what the bench records (faults, part usages, test results) and what it records
 * against (fault codes, test steps). Rows are only added.
 */
import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { rmaErrors } from '../errors.ts';
import { faultCode, jobFault, jobPart, testResult, testStep } from './tables.ts';

/** Records a fault on a job. @throws rma.fault-code-unknown */
export async function addFault(
  work: Work,
  fault: { jobId: string; faultCode: string; note: string | null },
): Promise<void> {
  const [known] = await work.db.select().from(faultCode).where(eq(faultCode.code, fault.faultCode));
  if (known === undefined) {
    throw rmaErrors.error('fault-code-unknown', { faultCode: fault.faultCode });
  }
  await work.db.insert(jobFault).values({
    ...fault,
    recordedById: work.actor.id,
    recordedByName: work.actor.name,
    recordedAt: work.now,
  });
}

/** Records that a part went into the unit. */
export async function addUsage(
  work: Work,
  usage: { usageId: string; jobId: string; partId: string; quantity: number; entryId: string },
): Promise<void> {
  const { usageId, ...row } = usage;
  await work.db.insert(jobPart).values({
    ...row,
    id: usageId,
    usedById: work.actor.id,
    usedByName: work.actor.name,
    usedAt: work.now,
  });
}

/** A usage of this job. @throws rma.usage-not-found */
export async function findUsage(read: Read, jobId: string, usageId: string) {
  const [row] = await read.db
    .select()
    .from(jobPart)
    .where(and(eq(jobPart.id, usageId), eq(jobPart.jobId, jobId)));
  if (row === undefined) throw rmaErrors.error('usage-not-found');
  return row;
}

/** The test steps of a model in order: its own, or the general ones when it has none. */
export async function stepsFor(read: Read, partId: string) {
  const rows = await read.db
    .select()
    .from(testStep)
    .where(or(eq(testStep.partId, partId), isNull(testStep.partId)))
    .orderBy(asc(testStep.position), asc(testStep.id));
  const own = rows.filter((row) => row.partId !== null);
  return own.length > 0 ? own : rows;
}

/** Newest result per step in one phase and cycle of a job. */
export async function latestResults(
  read: Read,
  jobId: string,
  at: { phase: 'diagnosis' | 'final'; cycle: number },
): Promise<Map<string, 'pass' | 'fail'>> {
  const rows = await read.db
    .selectDistinctOn([testResult.stepId], { stepId: testResult.stepId, result: testResult.result })
    .from(testResult)
    .where(
      and(
        eq(testResult.jobId, jobId),
        eq(testResult.phase, at.phase),
        eq(testResult.cycle, at.cycle),
      ),
    )
    .orderBy(testResult.stepId, desc(testResult.seq));
  return new Map(rows.map((row) => [row.stepId, row.result === 'pass' ? 'pass' : 'fail']));
}

/** Records one test result. */
export async function addResult(
  work: Work,
  result: {
    jobId: string;
    stepId: string;
    phase: 'diagnosis' | 'final';
    cycle: number;
    result: 'pass' | 'fail';
    note: string | null;
  },
): Promise<void> {
  await work.db.insert(testResult).values({
    ...result,
    testedById: work.actor.id,
    testedByName: work.actor.name,
    testedAt: work.now,
  });
}

/** Adds a fault code to the list. */
export async function insertFaultCode(
  work: Work,
  row: typeof faultCode.$inferInsert,
): Promise<void> {
  await work.db.insert(faultCode).values(row);
}

/** Adds a test step and answers its id. */
export async function insertTestStep(
  work: Work,
  row: Omit<typeof testStep.$inferInsert, 'id'>,
): Promise<string> {
  const stepId = work.newId();
  await work.db.insert(testStep).values({ ...row, id: stepId });
  return stepId;
}
