/** Returns that leave or come to the reader's sites, newest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { paging, returnSummary } from '../contract.ts';
import { returnStates } from '../return.vocabulary.ts';
import { selectReturns, withinEnds } from './summaries.ts';

export const listPartReturns = defineQuery({
  name: 'part-returns.list',
  permission: 'part-returns.view',
  summary: 'Returns of parts that leave or come to the caller’s sites, newest first.',
  input: z.strictObject({
    /** `inspect`: whatever has pieces that came in and nobody has looked at. */
    state: z.enum([...returnStates, 'inspect', 'all']).default('all'),
    siteId: id.nullable().default(null),
    isMine: z.boolean().default(false),
    /** A number of a return or shipment, a job, a part or serial number. */
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), returns: z.array(returnSummary) }),
  errors: [],
  run: async (read, { state, siteId, isMine, search, ...paged }) => {
    const like = containing(search);
    const mine = isMine ? read.actor.id : null;
    const condition = sql`${withinEnds(read)}
      and (${state} in ('all', 'inspect') or r.state = ${state})
      and (${state} <> 'inspect' or exists (
            select 1 from part_return_line l
            where l.return_id = r.id and l.handed + l.arrived > l.inspected))
      and (${siteId}::uuid is null or ${siteId}::uuid in (r.site_id, r.to_site_id))
      and (${mine}::uuid is null or r.created_by_id = ${mine}::uuid)
      and (${search} = '' or r.number ilike ${like} or r.shipment_number ilike ${like}
           or r.document ilike ${like} or r.created_by_name ilike ${like} or exists (
             select 1 from part_return_line l
             join part on part.id = l.part_id
             left join serial_unit piece on piece.id = l.serial_id
             where l.return_id = r.id
               and (part.part_number ilike ${like} or piece.serial_number ilike ${like})))`;
    return selectReturns(read, condition, paged);
  },
});
