/** One return: its lines piece by piece, what was found, and what may be done with it now. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type ReturnLineView, type ReturnView, returnView } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { partReturnFlow } from '../return.machine.ts';
import { getPartReturnRow } from '../store.ts';
import { iso, selectReturns, withinEnds } from './summaries.ts';

async function contentsOf(read: Read, returnId: string): Promise<ReturnLineView[]> {
  const rows = await read.db.execute<Record<string, unknown> & ReturnLineView>(sql`
    select l.id as "lineId", l.owed_return_id as "owedReturnId", owed.number as "owedNumber",
           l.part_id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
           part.name_zh as "nameZh", part.unit_of_measure as "unitOfMeasure", part.tracking,
           l.condition, l.travel_condition as "travelCondition", place.code as "locationCode",
           lot.lot_number as "lotNumber", piece.serial_number as "serialNumber", l.quantity,
           l.quantity - l.handed - l.sent as listed, l.handed,
           l.sent - l.arrived - l.lost as "onTheWay", l.arrived, l.lost, l.inspected,
           l.handed + l.arrived - l.inspected as "toInspect",
           (select p.code from receipt_line seen join location p on p.id = seen.location_id
            where seen.source in ('part-return-line:' || l.id, 'shipment-line:' || l.shipment_line_id)
            order by seen.seq desc limit 1) as "arrivedAtCode"
    from part_return_line l
    join part_return r on r.id = l.return_id
    join part on part.id = l.part_id
    join location place on place.id = l.location_id
    left join lot on lot.id = l.lot_id
    left join serial_unit piece on piece.id = l.serial_id
    left join defective_return owed on owed.id = l.owed_return_id
    where l.return_id = ${returnId}::uuid and (l.removed_at is null or r.state = 'cancelled')
    order by l.created_at, l.id`);
  return [...rows];
}

async function inspectionsOf(read: Read, returnId: string): Promise<ReturnView['inspections']> {
  const rows = await read.db.execute<
    Record<string, unknown> & ReturnView['inspections'][number]
  >(sql`
    select part.part_number as "partNumber", piece.serial_number as "serialNumber", i.quantity,
           i.found, place.code as "locationCode", i.note, i.inspected_by_name as "inspectedByName",
           i.inspected_at as "inspectedAt"
    from part_return_inspection i
    join part_return_line l on l.id = i.line_id and l.return_id = ${returnId}::uuid
    join part on part.id = l.part_id
    left join serial_unit piece on piece.id = l.serial_id
    left join location place on place.id = i.location_id
    order by i.inspected_at, i.id`);
  return rows.map((row) => ({ ...row, inspectedAt: iso(row.inspectedAt) ?? '' }));
}

export const getPartReturn = defineQuery({
  name: 'part-returns.get',
  permission: 'part-returns.view',
  summary: 'One return of parts: lines, what was found, and what may be done now.',
  input: z.strictObject({ returnId: id }),
  output: returnView,
  errors: ['part-returns.unknown-return'],
  run: async (read, { returnId }) => {
    const row = await getPartReturnRow(read, returnId);
    const one = sql`r.id = ${returnId}::uuid`;
    const { returns } = await selectReturns(read, one, { page: 1, limit: 1 });
    const [summary] = returns;
    if (summary === undefined) throw partReturnsErrors.error('unknown-return');
    const events = offeredEvents(partReturnFlow, storedOf(row)).map((offer) => ({
      event: offer.event,
      allowed: offer.allowed,
      refusal: offer.allowed ? null : offer.refusal,
    }));
    return {
      ...summary,
      version: row.version,
      note: row.note,
      contents: await contentsOf(read, returnId),
      inspections: await inspectionsOf(read, returnId),
      events,
    };
  },
});

export const findPartReturn = defineQuery({
  name: 'part-returns.find',
  permission: 'part-returns.view',
  summary:
    'The return that a scanned number means: its own, its shipment’s, or a part’s obligation.',
  input: z.strictObject({ code: text(100) }),
  output: z.strictObject({ returnId: id.nullable() }),
  errors: [],
  run: async (read, { code }) => {
    const rows = await read.db.execute<{ id: string }>(sql`
      select r.id from part_return r
      where ${withinEnds(read)} and (upper(r.number) = upper(${code})
        or upper(r.shipment_number) = upper(${code})
        or exists (select 1 from part_return_line l
                   join defective_return d on d.id = l.owed_return_id
                   where l.return_id = r.id and l.removed_at is null
                     and upper(d.number) = upper(${code}))
        or (r.state in ('open', 'sent', 'received') and exists (
             select 1 from part_return_line l join serial_unit piece on piece.id = l.serial_id
             where l.return_id = r.id and l.removed_at is null
               and piece.serial_number = ${code})))
      order by r.created_at desc limit 1`);
    return { returnId: rows[0]?.id ?? null };
  },
});
