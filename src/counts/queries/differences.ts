/** Lines of a count with what was counted and expected, for whoever decides on them or reads the history. */
import { type SQL, sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import { type Accuracy, accuracyOf } from '../accuracy.rules.ts';
import type { DifferenceView } from '../contract.ts';
import { iso } from './count-summaries.ts';

type Row = Record<string, unknown> & DifferenceView & { total: number };

/** Lines that wait for a decision or had one; lines still in doubt are told to nobody. */
export const decidedStates = sql`l.state in ('to-approve', 'posted', 'dismissed')`;

/** Differences that meet the condition, the most valuable first. */
export async function selectDifferences(
  read: Pick<Read, 'db'>,
  where: SQL,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; differences: DifferenceView[] }> {
  const rows = await read.db.execute<Row>(sql`
    select l.id as "lineId", loc.code as "locationCode", l.part_id as "partId",
           part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
           lot.lot_number as "lotNumber", l.condition, l.state, l.counted,
           l.seen_on_hand as expected, coalesce(l.difference, 0) as difference,
           l.value_minor as "valueMinor", l.has_moved as "hasMoved",
           l.counted_by_name as "countedByName", l.counted_at as "countedAt",
           l.decided_by_name as "decidedByName", l.decision_note as "decisionNote",
           l.entry_id as "entryId",
           coalesce((
             select jsonb_agg(jsonb_build_object('serialNumber', p.serial_number, 'outcome', p.outcome,
                      'believedAt', case when p.outcome = 'elsewhere' then at.code end)
                      order by p.outcome, p.serial_number)
             from count_piece p
             left join bucket b on b.id = p.seen_bucket_id
             left join location at on at.id = b.location_id
             where p.line_id = l.id and p.pass = l.pass and p.outcome <> 'here'), '[]') as pieces,
           count(*) over () as total
    from count_line l
    join location loc on loc.id = l.location_id
    join part on part.id = l.part_id
    left join lot on lot.id = l.lot_id
    where ${where}
    order by (l.state = 'to-approve') desc, abs(coalesce(l.value_minor, 0)) desc, part.part_number,
             loc.code, l.id
    limit ${page.limit} offset ${page.offset}`);
  const differences = [...rows].map(({ total: _, ...row }) => {
    return { ...row, countedAt: iso(row.countedAt) };
  });
  return { total: rows[0]?.total ?? 0, differences };
}

/** The report of a closed count. */
export async function accuracyOfCount(read: Pick<Read, 'db'>, countId: string): Promise<Accuracy> {
  const rows = await read.db.execute<{
    difference: number;
    valueMinor: number | null;
    isRight: boolean;
  }>(sql`
    select coalesce(l.difference, 0) as difference, l.value_minor as "valueMinor",
           l.state = 'right' as "isRight"
    from count_line l
    where l.count_id = ${countId}::uuid and l.state in ('right', 'posted', 'dismissed')`);
  return accuracyOf([...rows]);
}
