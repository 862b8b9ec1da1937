/** What was recorded on the bench: faults, tests, parts in the unit; in order. */
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read } from '../../../platform/work.ts';
import type { recordedFault, recordedTest, usedPart } from '../../contract.ts';
import { iso } from '../../queries/line-summaries.ts';

type Fault = z.infer<typeof recordedFault>;
type Test = z.infer<typeof recordedTest>;
type Used = z.infer<typeof usedPart>;
type Raw<T> = T & Record<string, unknown>;

/** Faults of every job of a line. */
export async function faultsOf(read: Read, lineId: string): Promise<Fault[]> {
  const rows = await read.db.execute<Raw<Fault>>(sql`
    select f.fault_code as "faultCode", c.kind, c.name_en as "nameEn", c.name_zh as "nameZh",
           f.note, f.recorded_by_name as "recordedByName", f.recorded_at as "recordedAt"
    from job_fault f
    join fault_code c on c.code = f.fault_code
    join repair_job j on j.id = f.job_id
    where j.line_id = ${lineId}::uuid
    order by f.seq`);
  return [...rows].map((row) => ({ ...row, recordedAt: iso(row.recordedAt) }));
}

/** Test results of a job, newest first. */
export async function testsOf(read: Read, jobId: string): Promise<Test[]> {
  const rows = await read.db.execute<Raw<Test>>(sql`
    select s.id as "stepId", s.name_en as "nameEn", s.name_zh as "nameZh", r.phase, r.cycle,
           r.result, r.note, r.tested_by_name as "testedByName", r.tested_at as "testedAt"
    from test_result r join test_step s on s.id = r.step_id
    where r.job_id = ${jobId}::uuid
    order by r.seq desc`);
  return [...rows].map((row) => ({ ...row, testedAt: iso(row.testedAt) }));
}

/** Parts that are in the unit because of this line: usages that nobody took back. */
export async function partsOf(read: Read, lineId: string): Promise<Used[]> {
  const rows = await read.db.execute<Raw<Used>>(sql`
    select u.id as "usageId", part.id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh", u.quantity,
           s.serial_number as "serialNumber", l.code as "fromLocation",
           u.used_by_name as "usedByName", u.used_at as "usedAt"
    from job_part u
    join repair_job j on j.id = u.job_id
    join part on part.id = u.part_id
    join movement m on m.entry_id = u.entry_id and m.line = 1
    join bucket b on b.id = m.from_bucket_id
    join location l on l.id = b.location_id
    left join serial_unit s on s.id = m.serial_id
    where j.line_id = ${lineId}::uuid
      and not exists (select from entry e where e.reverses_id = u.entry_id)
    order by u.seq`);
  return [...rows].map((row) => ({ ...row, usedAt: iso(row.usedAt) }));
}
