/**
 * One count: how far it is, its bins, what may be done now; and its differences for those who decide on
 * them, or for everybody once it is closed. A counter is told nothing that would guide his eye.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { covers, scopesOf } from '../../platform/actor.ts';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type BinSummary, type CountView, countView } from '../contract.ts';
import { countsErrors } from '../errors.ts';
import { stockCountFlow } from '../stock-count.machine.ts';
import { type CountRow, getCountRow } from '../store.ts';
import { iso, isoOrNull, selectCounts } from './count-summaries.ts';
import { accuracyOfCount, decidedStates, selectDifferences } from './differences.ts';

type BinRow = Record<string, unknown> & BinSummary & { total: number };
type Page = { readonly limit: number; readonly offset: number };

async function binsOf(read: Read, countId: string, page: Page) {
  const rows = await read.db.execute<BinRow>(sql`
    select b.id as "binId", b.location_id as "locationId", l.code as "locationCode",
           part.part_number as "partNumber", b.state, b.counted_by_name as "countedByName",
           b.finished_at as "finishedAt", count(*) over () as total
    from count_bin b
    join location l on l.id = b.location_id
    left join part on part.id = b.part_id
    where b.count_id = ${countId}::uuid
    order by b.position limit ${page.limit} offset ${page.offset}`);
  const binRows = [...rows].map(({ total: _, ...row }) => {
    return { ...row, finishedAt: isoOrNull(row.finishedAt) };
  });
  return { binTotal: rows[0]?.total ?? 0, binRows };
}

async function timelineOf(read: Read, countId: string) {
  const rows = await read.db.execute<{ at: string; command: string; actor_name: string }>(sql`
    select at, command, actor_name from activity
    where subject = ${`stock-count:${countId}`}
      and command not in ('counts.scan-part', 'counts.scan-serial')
    order by seq desc limit 100`);
  return [...rows].map((row) => ({
    at: iso(row.at),
    command: row.command,
    actorName: row.actor_name,
  }));
}

async function hasCounted(read: Read, countId: string): Promise<boolean> {
  const rows = await read.db.execute(sql`
    select 1 from count_line l
    where l.count_id = ${countId}::uuid and l.state = 'to-approve' and (
      l.counted_by_id = ${read.actor.id}::uuid
      or exists (select from count_scan s where s.line_id = l.id
                 and s.counted_by_id = ${read.actor.id}::uuid)
      or exists (select from count_piece p where p.line_id = l.id
                 and p.counted_by_id = ${read.actor.id}::uuid))
    limit 1`);
  return rows.length > 0;
}

/** Whether the reader may see what was expected: the count is over, or he decides on it. */
function mayCompare(read: Read, row: CountRow): boolean {
  if (row.closedAt !== null) return true;
  const scopes = scopesOf(read.actor, 'counts.approve');
  return scopes !== null && covers(scopes, row.siteId);
}

async function viewCount(read: Read, countId: string, page: Page): Promise<CountView> {
  const row = await getCountRow(read, countId);
  const [{ counts }, bins, timeline, isOwnCount] = await Promise.all([
    selectCounts(read, sql`c.id = ${countId}::uuid`, { limit: 1, offset: 0 }),
    binsOf(read, countId, page),
    timelineOf(read, countId),
    hasCounted(read, countId),
  ]);
  const [summary] = counts;
  if (summary === undefined) throw countsErrors.error('unknown-count');
  const compared = mayCompare(read, row)
    ? await selectDifferences(read, sql`l.count_id = ${countId}::uuid and ${decidedStates}`, page)
    : null;
  return {
    ...summary,
    version: row.version,
    document: row.document,
    cancelReason: row.cancelReason,
    closedByName: row.closedByName,
    events: offeredEvents(stockCountFlow, storedOf(row)).map((offered) => ({
      event: offered.event,
      allowed: offered.allowed,
      refusal: offered.allowed ? null : offered.refusal,
    })),
    ...bins,
    differences: compared?.differences ?? null,
    differenceTotal: compared?.total ?? 0,
    isOwnCount,
    accuracy: row.closedAt === null ? null : await accuracyOfCount(read, countId),
    timeline,
  };
}

export const getCount = defineQuery({
  name: 'counts.get',
  permission: 'counts.view',
  summary: 'One count: its bins, what may be done now, and its differences for those who decide.',
  input: z.strictObject({ countId: id, ...paging }),
  output: countView,
  errors: ['counts.unknown-count'],
  run: (read, { countId, page, limit }) =>
    viewCount(read, countId, { limit, offset: (page - 1) * limit }),
});
