/** One order with its lines, what is promised to them and how far it has come, and what may happen now. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import {
  type OrderAllocationView,
  type OrderLineView,
  type OrderView,
  orderView,
} from '../contract.ts';
import { ordersErrors } from '../errors.ts';
import { orderFlow } from '../order.machine.ts';
import { getOrderRow } from '../store.ts';
import { iso, selectOrders } from './order-rows.ts';

type AllocationRow = Record<string, unknown> & OrderAllocationView & { lineId: string };
type LineRow = Record<string, unknown> & Omit<OrderLineView, 'allocations'>;

async function allocationsOf(read: Read, orderId: string): Promise<AllocationRow[]> {
  const rows = await read.db.execute<AllocationRow>(sql`
    select a.id as "allocationId", a.order_line_id as "lineId", a.state, a.policy,
           a.part_id as "partId", part.part_number as "partNumber", a.site_id as "siteId",
           site.code as "siteCode", a.location_id as "locationId", place.code as "locationCode",
           b.condition, lot.lot_number as "lotNumber", s.serial_number as "serialNumber", a.quantity,
           a.covers, a.received, a.lost, a.promised_at as "promisedAt", a.reasons, a.note,
           a.created_at as "createdAt"
    from allocation a
    join stock_order_line l on l.id = a.order_line_id
    join part on part.id = a.part_id
    join site on site.id = a.site_id
    join location place on place.id = a.location_id
    left join reservation r on r.id = a.reservation_id
    left join bucket b on b.id = r.bucket_id
    left join lot on lot.id = b.lot_id
    left join serial_unit s on s.id = r.serial_id
    where l.order_id = ${orderId}::uuid
    order by a.state = 'released', a.created_at, a.id
    limit 2000`);
  return [...rows].map((row) => ({
    ...row,
    promisedAt: row.promisedAt === null ? null : iso(row.promisedAt),
    createdAt: iso(row.createdAt),
  }));
}

async function linesOfOrder(read: Read, orderId: string): Promise<OrderLineView[]> {
  const rows = await read.db.execute<LineRow>(sql`
    select l.id as "lineId", l.line, l.part_id as "partId", part.part_number as "partNumber",
           part.name_en as "nameEn", part.name_zh as "nameZh",
           part.unit_of_measure as "unitOfMeasure", asked.quantity as requested, asked.approved,
           l.quantity, l.quantity - l.cancelled - l.allocated - l.picked - l.shipped as waiting,
           l.allocated, l.picked, l.shipped - l.received as "inTransit", l.received, l.cancelled,
           l.lost
    from stock_order_line l
    join part on part.id = l.part_id
    left join parts_request_line asked on asked.id = l.request_line_id
    where l.order_id = ${orderId}::uuid
    order by l.line`);
  const allocations = await allocationsOf(read, orderId);
  return [...rows].map((line) => ({
    ...line,
    allocations: allocations
      .filter(({ lineId }) => lineId === line.lineId)
      .map(({ lineId: _, ...allocation }) => allocation),
  }));
}

async function timelineOf(read: Read, orderId: string): Promise<OrderView['timeline']> {
  const rows = await read.db.execute<{ at: string; command: string; actor_name: string }>(sql`
    select at, command, actor_name from activity
    where subject = ${`order:${orderId}`} order by seq desc limit 200`);
  return [...rows].map((row) => ({
    at: iso(row.at),
    command: row.command,
    actorName: row.actor_name,
  }));
}

export const getOrder = defineQuery({
  name: 'orders.get',
  permission: 'orders.view',
  summary: 'One order with its lines, what is promised to them, and what may happen to it now.',
  input: z.strictObject({ orderId: id }),
  output: orderView,
  errors: ['orders.unknown-order'],
  run: async (read, { orderId }) => {
    const row = await getOrderRow(read, orderId);
    const one = { limit: 1, offset: 0 };
    const { orders } = await selectOrders(read, sql`o.id = ${orderId}::uuid`, one);
    const [summary] = orders;
    if (summary === undefined) throw ordersErrors.error('unknown-order');
    const { lines: _, ...shown } = summary;
    return {
      ...shown,
      version: row.version,
      shipTo: row.shipTo,
      note: row.note,
      events: offeredEvents(orderFlow, storedOf(row)).map((offered) => ({
        event: offered.event,
        allowed: offered.allowed,
        refusal: offered.allowed ? null : offered.refusal,
      })),
      lines: await linesOfOrder(read, orderId),
      timeline: await timelineOf(read, orderId),
    };
  },
});
