/** Returns by number, serial, customer or model, and by what they wait for. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing } from '../../inventory/index.ts';
import { isoDay } from '../../platform/clock.ts';
import { defineQuery } from '../../platform/query.ts';
import { text } from '../../platform/scalars.ts';
import { lineSummary } from '../contract.ts';
import { selectLines } from './line-summaries.ts';

/** Piles of work, each a place where a line waits for somebody. */
export const lineQueues = [
  'all',
  'open',
  'to-receive',
  'in-quarantine',
  'to-decide',
  'on-bench',
  'to-ship',
  'in-transit',
  'overdue',
  'closed',
] as const;

/** Past the promised day and not on the way back. */
const overdue = (now: Date): SQL => sql`l.top = 'open' and l.promised_on < ${isoDay(now)}
  and l.outbound in ('idle', 'packed')`;

const conditions = {
  all: sql`true`,
  open: sql`l.top = 'open'`,
  'to-receive': sql`l.top = 'open' and l.inbound in ('awaiting', 'expired')`,
  'in-quarantine': sql`l.top = 'open' and l.inbound = 'quarantine'`,
  'to-decide': sql`l.top = 'open' and l.inbound = 'received' and l.remedy = 'undecided'`,
  'on-bench': sql`l.top = 'open' and l.remedy = 'repairing'`,
  'to-ship': sql`l.top = 'open' and l.remedy in ('ready', 'as-is') and l.outbound in ('idle', 'packed')`,
  'in-transit': sql`l.top = 'open' and l.outbound = 'shipped'`,
  closed: sql`l.top in ('closed', 'cancelled', 'rejected')`,
} as const;

export const listLines = defineQuery({
  name: 'rma.list',
  permission: 'rma.view',
  summary: 'Returns by number, serial, customer or model, and by what they wait for.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    queue: z.enum(lineQueues).default('open'),
    page: z.int().min(1).max(100_000).default(1),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ total: z.int(), lines: z.array(lineSummary) }),
  errors: [],
  run: async (read, { search, queue, page, limit }) => {
    const like = containing(search);
    const found = sql`(${search} = '' or l.code ilike ${like} or s.serial_number ilike ${like}
      or c.name_en ilike ${like} or c.name_zh ilike ${like} or part.part_number ilike ${like}
      or part.name_en ilike ${like} or part.name_zh ilike ${like})`;
    const waiting = queue === 'overdue' ? overdue(read.now) : conditions[queue];
    const where = sql`${waiting} and ${found}`;
    return selectLines(read, where, { limit, offset: (page - 1) * limit });
  },
});
