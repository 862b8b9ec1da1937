/**
 * What the bench remembers: one job per visit of a physical unit, its test results, faults and the
 * parts it took. Results and faults are only ever added.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { entry, serialUnit } from '../../inventory/ledger/tables.ts';
import { part } from '../../inventory/parts/tables.ts';
import { location, site } from '../../inventory/sites/tables.ts';
import { flowColumns, moment } from '../../platform/tables.ts';
import { rmaLine } from '../tables.ts';

export const repairJob = pgTable(
  'repair_job',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique('repair_job_number'),
    siteId: uuid('site_id')
      .notNull()
      .references(() => site.id),
    lineId: uuid('line_id')
      .notNull()
      .references(() => rmaLine.id),
    serialUnitId: uuid('serial_unit_id')
      .notNull()
      .references(() => serialUnit.id),
    benchId: uuid('bench_id').references(() => location.id),
    technicianId: uuid('technician_id'),
    technicianName: text('technician_name'),
    state: text('state').notNull(),
    cycle: integer('cycle').notNull(),
    createdAt: moment('created_at').notNull(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    ...flowColumns,
  },
  (t) => [
    index('repair_job_site').on(t.siteId, t.state),
    uniqueIndex('one_live_job_per_unit')
      .on(t.serialUnitId)
      .where(sql`${t.state} not in ('closed', 'cancelled', 'uneconomic')`),
    index('repair_job_line').on(t.lineId),
    check(
      'repair_job_state',
      sql`${t.state} in ('queued', 'diagnosing', 'bench', 'final-test', 'passed', 'closed',
        'uneconomic', 'cancelled')`,
    ),
  ],
);

/** Test steps that a model is put through; null part = every model. */
export const testStep = pgTable(
  'test_step',
  {
    id: uuid('id').primaryKey(),
    partId: uuid('part_id').references(() => part.id),
    position: integer('position').notNull(),
    nameEn: text('name_en').notNull(),
    nameZh: text('name_zh').notNull(),
    isMandatory: boolean('is_mandatory').notNull(),
  },
  (t) => [index('test_step_part').on(t.partId, t.position)],
);

export const testResult = pgTable(
  'test_result',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => repairJob.id),
    stepId: uuid('step_id')
      .notNull()
      .references(() => testStep.id),
    phase: text('phase').notNull(),
    cycle: integer('cycle').notNull(),
    result: text('result').notNull(),
    note: text('note'),
    testedById: uuid('tested_by_id').notNull(),
    testedByName: text('tested_by_name').notNull(),
    testedAt: moment('tested_at').notNull(),
  },
  (t) => [
    index('test_result_job').on(t.jobId, t.seq),
    check('test_result_phase', sql`${t.phase} in ('diagnosis', 'final')`),
    check('test_result_result', sql`${t.result} in ('pass', 'fail')`),
  ],
);

export const faultCode = pgTable(
  'fault_code',
  {
    code: text('code').primaryKey(),
    kind: text('kind').notNull(),
    nameEn: text('name_en').notNull(),
    nameZh: text('name_zh').notNull(),
  },
  (t) => [check('fault_code_kind', sql`${t.kind} in ('symptom', 'cause', 'remedy')`)],
);

export const jobFault = pgTable(
  'job_fault',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => repairJob.id),
    faultCode: text('fault_code')
      .notNull()
      .references(() => faultCode.code),
    note: text('note'),
    recordedById: uuid('recorded_by_id').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [index('job_fault_job').on(t.jobId, t.seq)],
);

export const jobPart = pgTable(
  'job_part',
  {
    /** The usage; the machine and the defective return name it. */
    id: uuid('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => repairJob.id),
    partId: uuid('part_id')
      .notNull()
      .references(() => part.id),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    /** Undone when a reversal of this entry exists. */
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entry.id),
    usedById: uuid('used_by_id').notNull(),
    usedByName: text('used_by_name').notNull(),
    usedAt: moment('used_at').notNull(),
  },
  (t) => [
    index('job_part_job').on(t.jobId, t.seq),
    check('job_part_quantity', sql`${t.quantity} > 0`),
  ],
);
