/** Requests for parts: one's own, those that wait for a decision, the open ones, all. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../../inventory/contract.ts';
import { containing, withinScopes } from '../../../inventory/index.ts';
import { defineQuery } from '../../../platform/query.ts';
import { text } from '../../../platform/scalars.ts';
import { requestSummary } from '../contract.ts';
import { isOpen, isOwn, mostUrgentFirst, newestFirst, selectRequests } from './select-requests.ts';

const shelves = ['waiting', 'open', 'all'] as const;

export const listRequests = defineQuery({
  name: 'requests.list',
  permission: 'requests.view',
  summary: 'Requests for parts; those that wait for a decision come most urgent first.',
  input: z.strictObject({
    shelf: z.enum(shelves).default('all'),
    /** Only those the reader asked for, or that go to his van. */
    onlyOwn: z.boolean().default(false),
    search: text(100, 0).default(''),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), requests: z.array(requestSummary) }),
  errors: [],
  run: (read, { shelf, onlyOwn, search, page, limit }) => {
    const like = containing(search);
    const onShelf =
      shelf === 'waiting' ? sql`r.state = 'submitted'` : shelf === 'open' ? isOpen : sql`true`;
    const where = sql`${withinScopes(read, sql`r.site_id`)} and ${onShelf}
      and (not ${onlyOwn} or ${isOwn(read)})
      and (${search} = '' or r.number ilike ${like} or r.document_number ilike ${like}
           or r.requested_by_name ilike ${like} or location.code ilike ${like}
           or exists (select from parts_request_line l join part on part.id = l.part_id
                      where l.request_id = r.id and part.part_number ilike ${like}))`;
    const order = shelf === 'waiting' ? mostUrgentFirst : newestFirst;
    return selectRequests(read, where, { order, limit, offset: (page - 1) * limit });
  },
});
