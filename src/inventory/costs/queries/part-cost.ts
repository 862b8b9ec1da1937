/** What a part is worth, and every change that made it so, newest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { paging } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import {
  type CostChangeView,
  costChangeView,
  type PartCostView,
  partCostView,
} from '../contract.ts';
import { costColumns } from './cost-columns.ts';

type ChangeRow = Record<string, unknown> &
  Omit<CostChangeView, 'at'> & { at: string; total: number };

export const getPartCost = defineQuery({
  name: 'costs.of-part',
  permission: 'costs.view',
  summary: 'How a part is valued, what it is worth, and every change of it, newest first.',
  input: z.strictObject({ partId: id, ...paging }),
  output: z.strictObject({ cost: partCostView, total: z.int(), changes: z.array(costChangeView) }),
  errors: ['inventory.unknown-part'],
  run: async (read, { partId, page, limit }) => {
    const [cost] = await read.db.execute<PartCostView & Record<string, unknown>>(sql`
      select ${costColumns} from part left join part_cost c on c.part_id = part.id
      where part.id = ${partId}::uuid`);
    if (cost === undefined) throw inventoryErrors.error('unknown-part');
    const rows = await read.db.execute<ChangeRow>(sql`
      select c.seq, c.kind, c.at, c.actor_name as "actorName", coalesce(c.reason, e.reason) as reason,
             c.entry_id as "entryId", e.kind as "entryKind", e.document, c.quantity,
             c.value_minor as "valueMinor", c.variance_minor as "varianceMinor",
             c.quantity_after as "quantityAfter", c.value_after as "valueAfter", c.method,
             c.standard_minor as "standardMinor", count(*) over () as total
      from cost_entry c left join entry e on e.id = c.entry_id
      where c.part_id = ${partId}::uuid
      order by c.seq desc
      limit ${limit} offset ${(page - 1) * limit}`);
    const changes = [...rows].map(({ total: _, ...row }) => {
      return { ...row, at: new Date(row.at).toISOString() };
    });
    return { cost, total: rows[0]?.total ?? 0, changes };
  },
});
