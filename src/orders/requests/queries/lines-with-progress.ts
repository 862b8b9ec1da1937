/**
 * The lines of a request with where their pieces are now. The pieces of a line are counted once each:
 * undecided, refused, cancelled, waiting, allocated, picked, on the way, received.
 */
import { sql } from 'drizzle-orm';
import type { Read } from '../../../platform/work.ts';
import type { PromiseView, RequestLineView } from '../contract.ts';
import { iso } from './select-requests.ts';

type LineRow = Record<string, unknown> & Omit<RequestLineView, 'promises'>;
type PromiseRow = Record<string, unknown> &
  Omit<PromiseView, 'promisedAt'> & { requestLineId: string; promisedAt: string | null };

async function promisesOf(read: Pick<Read, 'db'>, requestId: string): Promise<PromiseRow[]> {
  const rows = await read.db.execute<PromiseRow>(sql`
    select ol.request_line_id as "requestLineId", a.id as "allocationId", a.state,
           a.part_id as "partId", part.part_number as "partNumber", a.quantity, a.covers,
           a.received, a.lost, site.code as "siteCode", location.code as "locationCode",
           a.promised_at as "promisedAt"
    from stock_order o
    join stock_order_line ol on ol.order_id = o.id
    join allocation a on a.order_line_id = ol.id and a.state <> 'released'
    join part on part.id = a.part_id
    join site on site.id = a.site_id
    join location on location.id = a.location_id
    where o.request_id = ${requestId}
    order by a.created_at, a.id`);
  return [...rows];
}

/** The lines, each with its promises. */
export async function linesWithProgress(
  read: Pick<Read, 'db'>,
  requestId: string,
): Promise<RequestLineView[]> {
  const [lines, promises] = await Promise.all([
    read.db.execute<LineRow>(sql`
      select l.id, l.line, l.part_id as "partId", part.part_number as "partNumber",
             part.name_en as "nameEn", part.name_zh as "nameZh",
             part.unit_of_measure as "unitOfMeasure", coalesce(
               case when c.method = 'standard' then c.standard_minor
                    when c.quantity > 0 then div(2 * c.value_minor::numeric + c.quantity,
                                                 2 * c.quantity)::bigint end,
               part.cost_minor) as "costMinor",
             part.currency, l.quantity, l.approved, l.reason,
             case when l.approved is null then l.quantity - l.cancelled else 0 end as undecided,
             case when l.approved is null then 0 else l.quantity - l.approved end as refused,
             case when l.approved is null then l.cancelled else o.cancelled end as cancelled,
             o.waiting, o.allocated, o.picked, o.shipped - o.received as "inTransit", o.received,
             case when r.state = 'submitted' then l.quantity - l.cancelled
                  else o.waiting + o.allocated end as cancellable
      from parts_request_line l
      join parts_request r on r.id = l.request_id
      join part on part.id = l.part_id
      left join part_cost c on c.part_id = part.id
      cross join lateral (
        select coalesce(sum(cancelled), 0)::bigint as cancelled,
               coalesce(sum(allocated), 0)::bigint as allocated,
               coalesce(sum(picked), 0)::bigint as picked,
               coalesce(sum(shipped), 0)::bigint as shipped,
               coalesce(sum(received), 0)::bigint as received,
               coalesce(sum(quantity - cancelled - allocated - picked - shipped), 0)::bigint
                 as waiting
        from stock_order_line where request_line_id = l.id) o
      where l.request_id = ${requestId}
      order by l.line`),
    promisesOf(read, requestId),
  ]);
  return [...lines].map((line) => ({
    ...line,
    promises: promises
      .filter(({ requestLineId }) => requestLineId === line.id)
      .map(({ requestLineId: _, promisedAt, ...promise }) => ({
        ...promise,
        promisedAt: promisedAt === null ? null : iso(promisedAt),
      })),
  }));
}
