/** The notices of whoever asks, the newest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../../inventory/contract.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';

const noticeView = z.strictObject({
  id,
  /** Opaque reference, e.g. `request:<id>`. */
  about: z.string(),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;

type Row = Omit<NoticeView, 'createdAt' | 'readAt'> &
  Record<string, unknown> & { createdAt: string; readAt: string | null; total: number };

export const listOwnNotices = defineQuery({
  name: 'notices.list-own',
  permission: 'notices.manage-own',
  summary: 'The notices of whoever is signed in, the newest first.',
  input: z.strictObject({ onlyUnread: z.boolean().default(true), ...paging }),
  output: z.strictObject({ total: z.int(), notices: z.array(noticeView) }),
  errors: [],
  run: async (read, { onlyUnread, page, limit }) => {
    const rows = await read.db.execute<Row>(sql`
      select id, about, key, params, created_at as "createdAt", read_at as "readAt",
             count(*) over () as total
      from notice
      where person_id = ${read.actor.id} and (not ${onlyUnread} or read_at is null)
      order by created_at desc, id desc
      limit ${limit} offset ${(page - 1) * limit}`);
    const notices = [...rows].map(({ total: _, ...row }) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
      readAt: row.readAt === null ? null : new Date(row.readAt).toISOString(),
    }));
    return { total: rows[0]?.total ?? 0, notices };
  },
});
