/** Who changed what about a part and when, the latest first. Stock movements are the ledger's to tell. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { paging } from '../../contract.ts';
import { getPartRow } from '../store.ts';

const change = z.strictObject({
  at: z.iso.datetime(),
  command: z.string(),
  actorName: z.string(),
  /** What was said, without the content of files. */
  said: z.record(z.string(), z.unknown()),
});

export const partHistory = defineQuery({
  name: 'parts.history',
  permission: 'parts.view',
  summary: 'Who changed what about a part and when, the latest first.',
  input: z.strictObject({ partId: id, ...paging }),
  output: z.strictObject({ total: z.int(), changes: z.array(change) }),
  errors: ['inventory.unknown-part'],
  run: async (read, { partId, page, limit }) => {
    await getPartRow(read.db, partId);
    const subject = `part:${partId}`;
    const [sum] = await read.db.execute<{ total: number }>(
      sql`select count(*)::int as total from activity where subject = ${subject}`,
    );
    const rows = await read.db.execute<{
      at: string;
      command: string;
      actor_name: string;
      input: Record<string, unknown>;
    }>(sql`
      select at, command, actor_name, input from activity where subject = ${subject}
      order by seq desc limit ${limit} offset ${(page - 1) * limit}`);
    const changes = rows.map(({ at, command, actor_name: actorName, input }) => {
      const { partId: _, version: __, ...said } = input;
      return { at: new Date(at).toISOString(), command, actorName, said };
    });
    return { total: sum?.total ?? 0, changes };
  },
});
