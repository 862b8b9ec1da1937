/** How many lines wait in each pile of work, for the tiles of the home page. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';

const counts = z.strictObject({
  toReceive: z.int(),
  inQuarantine: z.int(),
  toDecide: z.int(),
  onBench: z.int(),
  toShip: z.int(),
  inTransit: z.int(),
  overdue: z.int(),
});

export const countQueues = defineQuery({
  name: 'rma.count-queues',
  permission: 'rma.view',
  summary: 'How many lines wait in each pile of work.',
  input: z.strictObject({}),
  output: counts,
  errors: [],
  run: async (read) => {
    const today = read.now.toISOString().slice(0, 10);
    const rows = await read.db.execute<z.infer<typeof counts> & Record<string, unknown>>(sql`
      select count(*) filter (where inbound in ('awaiting', 'expired')) as "toReceive",
             count(*) filter (where inbound = 'quarantine') as "inQuarantine",
             count(*) filter (where inbound = 'received' and remedy = 'undecided') as "toDecide",
             count(*) filter (where remedy = 'repairing') as "onBench",
             count(*) filter (where remedy in ('ready', 'as-is') and outbound in ('idle', 'packed'))
               as "toShip",
             count(*) filter (where outbound = 'shipped') as "inTransit",
             count(*) filter (where promised_on < ${today} and outbound in ('idle', 'packed'))
               as overdue
      from rma_line l
      where top = 'open' and ${withinScopes(read, sql`l.site_id`)}`);
    const row = rows[0];
    return {
      toReceive: row?.toReceive ?? 0,
      inQuarantine: row?.inQuarantine ?? 0,
      toDecide: row?.toDecide ?? 0,
      onBench: row?.onBench ?? 0,
      toShip: row?.toShip ?? 0,
      inTransit: row?.inTransit ?? 0,
      overdue: row?.overdue ?? 0,
    };
  },
});
