/** One building or breaking of kits: what went in, what came out, what was missing, what it is worth. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type KitOrderView, kitOrderView } from '../contract.ts';
import { kitsErrors } from '../errors.ts';
import { namedPart } from './kit-columns.ts';
import { selectOrders } from './list-orders.ts';

type Row<T> = Record<string, unknown> & T;
type Line = KitOrderView['lines'][number];
type Rest = Omit<KitOrderView, keyof Line | 'lines' | 'orderId'> & {
  condition: KitOrderView['condition'];
  lotNumber: string | null;
};

async function linesOf(read: Read, orderId: string): Promise<Line[]> {
  const rows = await read.db.execute<Row<Line>>(sql`
    select x.kind, ${namedPart}, nullif(f.part_number, p.part_number) as "forPartNumber",
           x.quantity, l.code as "locationCode", x.condition, lot.lot_number as "lotNumber",
           s.serial_number as "serialNumber", x.reason
    from kit_order_line x
    join part p on p.id = x.part_id
    join part f on f.id = x.for_part_id
    left join location l on l.id = x.location_id
    left join lot on lot.id = x.lot_id
    left join serial_unit s on s.id = x.serial_id
    where x.order_id = ${orderId}::uuid
    order by x.line`);
  return [...rows];
}

// The kits' own lines of the entry carry what they are worth; a variance of a standard goes with them.
async function restOf(read: Read, orderId: string): Promise<Rest | undefined> {
  const rows = await read.db.execute<Row<Rest>>(sql`
    select o.condition, lot.lot_number as "lotNumber", o.serial_numbers as "serialNumbers", o.note,
           o.entry_id as "entryId", o.scrap_entry_id as "scrapEntryId", part.currency,
           coalesce((select abs(sum(c.value_minor + c.variance_minor)) from cost_entry c
                     where c.entry_id = o.entry_id and c.part_id = o.kit_part_id), 0)::bigint
             as "valueMinor",
           coalesce((select abs(sum(c.value_minor + c.variance_minor)) from cost_entry c
                     where c.entry_id = o.scrap_entry_id), 0)::bigint as "scrappedMinor"
    from kit_order o
    join part on part.id = o.kit_part_id
    left join lot on lot.id = o.lot_id
    where o.id = ${orderId}::uuid`);
  return rows[0];
}

export const getKitOrder = defineQuery({
  name: 'kit-orders.get',
  permission: 'stock.view',
  summary: 'One building or breaking of kits, with every component and what they are worth.',
  input: z.strictObject({ orderId: id }),
  output: kitOrderView,
  errors: ['kits.unknown-order'],
  run: async (read, { orderId }) => {
    const only = { limit: 1, offset: 0 };
    const { orders } = await selectOrders(read, sql`o.id = ${orderId}::uuid`, only);
    const rest = await restOf(read, orderId);
    const [order] = orders;
    if (order === undefined || rest === undefined) throw kitsErrors.error('unknown-order');
    return { ...order, ...rest, lines: await linesOf(read, orderId) };
  },
});
