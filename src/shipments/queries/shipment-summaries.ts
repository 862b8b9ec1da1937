/** The rows from which shipments are shown in lists and headings; for both ends of their way. */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { ShipmentSummary } from '../contract.ts';

type Moment = string | Date;
type Row = Record<string, unknown> &
  Omit<ShipmentSummary, 'promisedAt' | 'createdAt' | 'shippedAt' | 'closedAt'> & {
    total: number;
    promisedAt: Moment | null;
    createdAt: Moment;
    shippedAt: Moment | null;
    closedAt: Moment | null;
  };

/** A moment as the contracts write it. */
export function iso(moment: Moment): string {
  return new Date(moment).toISOString();
}

/** A moment that may be missing. */
export function isoOrNull(moment: Moment | null): string | null {
  return moment === null ? null : iso(moment);
}

/** Whether a shipment `s` is late at a moment. */
export function overdue(now: Date): SQL {
  return sql`(s.state in ('in-transit', 'partly-received')
    and s.promised_at < ${now.toISOString()}::timestamptz)`;
}

/** What the caller may see of shipments `s`: those that leave from or go to his sites. */
export function visible(read: Read): SQL {
  return sql`(${withinScopes(read, sql`s.from_site_id`)} or ${withinScopes(read, sql`s.to_site_id`)})`;
}

/** Shipments that meet the condition; the late ones first, then the newest. */
export async function selectShipments(
  read: Read,
  where: SQL,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; shipments: ShipmentSummary[] }> {
  const rows = await read.db.execute<Row>(sql`
    select s.id as "shipmentId", s.number, s.kind, s.state, f.id as "fromSiteId",
           f.code as "fromSiteCode", t.id as "toSiteId", t.code as "toSiteCode",
           tl.code as "toLocationCode", tp.code as "toPartyCode", tp.name_en as "toPartyNameEn",
           tp.name_zh as "toPartyNameZh", s.document_number as "documentNumber", s.carrier,
           s.tracking_number as "trackingNumber", s.mode, s.promised_at as "promisedAt",
           s.created_at as "createdAt", s.shipped_at as "shippedAt", s.closed_at as "closedAt",
           ${overdue(read.now)} as "isOverdue", sums.lines, sums.pieces, sums.unpacked as "unpackedPieces",
           sums.on_the_way as "onTheWay", sums.boxes, count(*) over () as total
    from shipment s
    join site f on f.id = s.from_site_id
    left join site t on t.id = s.to_site_id
    left join location tl on tl.id = s.to_location_id
    left join party tp on tp.id = s.to_party_id
    cross join lateral (
      select count(*)::int as lines, coalesce(sum(l.quantity), 0)::bigint as pieces,
             coalesce(sum(l.quantity) filter (where l.handling_unit_id is null and not l.is_unboxed
                                               and l.shipped = 0), 0)::bigint as unpacked,
             coalesce(sum(l.shipped - l.received - l.lost), 0)::bigint as on_the_way,
             count(distinct l.handling_unit_id)::int as boxes
      from shipment_line l where l.shipment_id = s.id and l.removed_at is null) sums
    where ${visible(read)} and ${where}
    order by ${overdue(read.now)} desc, s.created_at desc, s.number desc
    limit ${page.limit} offset ${page.offset}`);
  const shipments = [...rows].map(({ total: _, ...row }) => ({
    ...row,
    pieces: Number(row.pieces),
    unpackedPieces: Number(row.unpackedPieces),
    onTheWay: Number(row.onTheWay),
    promisedAt: isoOrNull(row.promisedAt),
    createdAt: iso(row.createdAt),
    shippedAt: isoOrNull(row.shippedAt),
    closedAt: isoOrNull(row.closedAt),
  }));
  return { total: rows[0]?.total ?? 0, shipments };
}
