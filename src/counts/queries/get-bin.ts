/**
 * One bin as its counter sees it: what he scanned, and in a recount which parts to look at again. It
 * holds no quantity that somebody expects.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type BinSummary, type BinView, binView, type CountedRow } from '../contract.ts';
import { countBinFlow } from '../count-bin.machine.ts';
import { countsErrors } from '../errors.ts';
import { type BinRow, getBinRow } from '../store.ts';
import { isoOrNull } from './count-summaries.ts';

type Header = Record<string, unknown> &
  BinSummary &
  Pick<BinView, 'countId' | 'countNumber' | 'siteCode' | 'binsDone' | 'bins'>;

async function headerOf(read: Read, binId: string): Promise<Header | null> {
  const rows = await read.db.execute<Header>(sql`
    select b.id as "binId", b.location_id as "locationId", l.code as "locationCode",
           part.part_number as "partNumber", b.state, b.counted_by_name as "countedByName",
           b.finished_at as "finishedAt", c.id as "countId", c.number as "countNumber",
           site.code as "siteCode", n.bins, n.done as "binsDone"
    from count_bin b
    join stock_count c on c.id = b.count_id
    join site on site.id = c.site_id
    join location l on l.id = b.location_id
    left join part on part.id = b.part_id
    cross join lateral (
      select count(*)::int as bins,
             (count(*) filter (where o.state in ('done', 'closed')))::int as done
      from count_bin o where o.count_id = c.id) n
    where b.id = ${binId}::uuid`);
  return rows[0] ?? null;
}

async function countedIn(read: Read, bin: BinRow): Promise<CountedRow[]> {
  const rows = await read.db.execute<Record<string, unknown> & CountedRow>(sql`
    select l.id as "lineId", l.part_id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh", l.bucket_id is null as "isSerial",
           lot.lot_number as "lotNumber", l.condition, l.counted,
           array(select p.serial_number from count_piece p
                 where p.line_id = l.id and p.pass = l.pass and p.outcome <> 'missing'
                 order by p.at, p.serial_number) as "serialNumbers"
    from count_line l
    join part on part.id = l.part_id
    left join lot on lot.id = l.lot_id
    where l.bin_id = ${bin.id}::uuid and l.pass = ${bin.pass}
      and (l.counted > 0 or exists (select from count_scan s where s.line_id = l.id
                                    and s.pass = l.pass and s.kind = 'set'))
    order by l.counted_at desc, part.part_number`);
  return [...rows];
}

async function inDoubt(read: Read, bin: BinRow): Promise<BinView['toRecount']> {
  const rows = await read.db.execute<Record<string, unknown> & BinView['toRecount'][number]>(sql`
    select l.part_id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
           part.name_zh as "nameZh", lot.lot_number as "lotNumber"
    from count_line l
    join part on part.id = l.part_id
    left join lot on lot.id = l.lot_id
    where l.bin_id = ${bin.id}::uuid
      and (l.state = 'to-recount' or l.state = 'counting' and l.pass < ${bin.pass})
    order by part.part_number`);
  return [...rows];
}

export const getCountBin = defineQuery({
  name: 'counts.get-bin',
  permission: 'counts.work',
  summary: 'One bin as its counter sees it: what he scanned, and what to look at again.',
  input: z.strictObject({ binId: id }),
  output: binView,
  errors: ['counts.unknown-bin'],
  run: async (read, { binId }) => {
    const row = await getBinRow(read, binId);
    const header = await headerOf(read, binId);
    if (header === null) throw countsErrors.error('unknown-bin');
    const [countedRows, toRecount] = await Promise.all([countedIn(read, row), inDoubt(read, row)]);
    return {
      ...header,
      finishedAt: isoOrNull(header.finishedAt),
      pass: row.pass,
      isRecount: toRecount.length > 0,
      isOwn: row.countedById === read.actor.id,
      countedRows,
      toRecount,
      events: offeredEvents(countBinFlow, storedOf(row)).map((offered) => ({
        event: offered.event,
        allowed: offered.allowed,
        refusal: offered.allowed ? null : offered.refusal,
      })),
    };
  },
});
