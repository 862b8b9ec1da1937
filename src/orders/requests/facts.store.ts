/**
 * Reads what a decision on a request needs of other rows: the asked parts, their value, whose van it
 * goes to, what the person has asked for before, how far the order has got. Decides nothing.
 */
import { sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read, Work } from '../../platform/work.ts';
import type { WishKind } from './decision.rules.ts';

const idsIn = (ids: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;

/** A part somebody asks for. */
export interface AskedPart {
  readonly id: string;
  readonly partNumber: string;
  readonly isRetired: boolean;
}

/** Parts by id; an id nobody knows is absent. */
export async function askedParts(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, AskedPart>> {
  const rows = await read.db.execute<AskedPart & Record<string, unknown>>(sql`
    select id, part_number as "partNumber", retired_at is not null as "isRetired"
    from part where id in ${idsIn(partIds)}`);
  return new Map([...rows].map((row) => [row.id, row]));
}

/** A van, and where it belongs. */
export interface OwnVan {
  readonly id: string;
  readonly code: string;
  readonly siteId: string;
}

/** The vans the acting person answers for, by code. */
export async function ownVans(read: Read): Promise<OwnVan[]> {
  const rows = await read.db.execute<OwnVan & Record<string, unknown>>(sql`
    select l.id, l.code, l.site_id as "siteId" from location l
    where l.kind = 'van' and l.custodian_id = ${read.actor.id} and l.retired_at is null
      and ${withinScopes(read, sql`l.site_id`)}
    order by l.code`);
  return [...rows];
}

/**
 * Lets the requests of one person come one after the other until the transaction ends, so that two
 * of them cannot overlook each other.
 */
export async function oneRequestAtATime(work: Work): Promise<void> {
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('parts-request:' || ${work.actor.id}, 0))`,
  );
}

/** The newest open request of the acting person for one of these parts and the same job; or null. */
export async function askedBefore(
  read: Read,
  asked: {
    readonly partIds: readonly string[];
    readonly document: string | null;
    readonly documentNumber: string | null;
  },
): Promise<{ number: string; partNumber: string } | null> {
  const rows = await read.db.execute<{ number: string; partNumber: string }>(sql`
    select r.number, part.part_number as "partNumber"
    from parts_request r
    join parts_request_line l on l.request_id = r.id
    join part on part.id = l.part_id
    where r.requested_by_id = ${read.actor.id}
      and r.state in ('submitted', 'approved', 'partly-approved')
      and l.cancelled < coalesce(l.approved, l.quantity)
      and l.part_id in ${idsIn(asked.partIds)}
      and r.document is not distinct from ${asked.document}
      and r.document_number is not distinct from ${asked.documentNumber}
    order by r.created_at desc, l.line
    limit 1`);
  return rows[0] ?? null;
}

/** Up to which value requests of a kind need nobody; null when all do. */
export async function automaticMaxOf(
  read: Pick<Read, 'db'>,
  kind: WishKind,
): Promise<number | null> {
  const rows = await read.db.execute<{ max: number }>(sql`
    select automatic_max_minor as max from request_policy where kind = ${kind}`);
  return rows[0]?.max ?? null;
}

/** How far the orders of a request have got, a line of the request each. */
export interface OrderedLine {
  readonly requestLineId: string;
  readonly ordered: number;
  readonly received: number;
  readonly cancelled: number;
}

/** What the orders of a request say of its lines. */
export async function orderedLinesOf(
  read: Pick<Read, 'db'>,
  requestId: string,
): Promise<OrderedLine[]> {
  const rows = await read.db.execute<OrderedLine & Record<string, unknown>>(sql`
    select l.request_line_id as "requestLineId", sum(l.quantity)::bigint as ordered,
           sum(l.received)::bigint as received, sum(l.cancelled)::bigint as cancelled
    from stock_order o
    join stock_order_line l on l.order_id = o.id
    where o.request_id = ${requestId} and l.request_line_id is not null
    group by 1`);
  return [...rows];
}

/** Who answers for a place; null when nobody does. */
export async function custodianOf(
  read: Pick<Read, 'db'>,
  locationId: string,
): Promise<string | null> {
  const rows = await read.db.execute<{ id: string | null }>(sql`
    select custodian_id as id from location where id = ${locationId}`);
  return rows[0]?.id ?? null;
}

/** The order a request became; null before it is approved. */
export async function orderOf(
  read: Pick<Read, 'db'>,
  requestId: string,
): Promise<{ id: string; number: string } | null> {
  const rows = await read.db.execute<{ id: string; number: string }>(sql`
    select id, number from stock_order where request_id = ${requestId} order by number limit 1`);
  return rows[0] ?? null;
}
