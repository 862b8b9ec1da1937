/**
 * Reads what could serve lines: free piles of parts, for all lines in one question. Quantities are of
 * this moment and nothing is locked; whoever claims is told what he really got.
 */
import { sql } from 'drizzle-orm';
import { ourCompany } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { StockCandidate } from './sourcing.vocabulary.ts';

/** Free stock without saying for which line. */
export type FreePile = Omit<StockCandidate, 'standIn'>;

/** Piles of one part that are looked at; the best of them by nearness to expiry and age. */
const pilesAtMost = 200;

interface PileRow extends Record<string, unknown> {
  id: string;
  part_id: string;
  part_number: string;
  tracking: string;
  site_id: string;
  site_code: string;
  location_id: string;
  location_code: string;
  kind: string;
  custodian_id: string | null;
  condition: 'new' | 'good';
  lot_number: string | null;
  expires_on: string | null;
  free: number;
  since: number | null;
}

/** Which piles are looked at, and how. */
export interface PileChoice {
  /** Locks them in id order, so that what is answered stays true. */
  readonly isLocked?: boolean;
  /** These only, whatever place they lie in. */
  readonly onlyPileIds?: readonly string[];
  /** Of this place only. */
  readonly locationId?: string;
}

/** Free, promisable piles of parts: ours, in use, not in a box, not past their day. */
export async function freePiles(
  read: Read,
  partIds: readonly string[],
  { isLocked = false, onlyPileIds, locationId }: PileChoice = {},
): Promise<FreePile[]> {
  if (partIds.length === 0) return [];
  const ids = JSON.stringify([...new Set(partIds)]);
  const today = read.now.toISOString().slice(0, 10);
  const place = locationId === undefined ? sql`` : sql`and b.location_id = ${locationId}::uuid`;
  const named = JSON.stringify(onlyPileIds ?? []);
  const isMeant =
    onlyPileIds === undefined
      ? place
      : sql`and b.id = any (array(select jsonb_array_elements_text(${named}::jsonb)::uuid))`;
  const mayLie = onlyPileIds === undefined ? sql`l.is_allocatable` : sql`l.site_id is not null`;
  const rows = await read.db.execute<PileRow>(sql`
    with wanted as materialized (
      select w.id from jsonb_array_elements_text(${ids}::jsonb) as t (value)
      cross join lateral (select t.value::uuid as id) w
    ), pile as materialized (
      select b.id, b.part_id, b.tracking, b.location_id, b.lot_id, b.condition,
             b.on_hand - b.reserved as free
      from bucket b
      where b.part_id = any (array(select id from wanted))
        and b.owner_id = ${ourCompany}::uuid and b.handling_unit_id is null
        and b.on_hand > b.reserved ${isMeant}
      order by b.id
      ${isLocked ? sql`for no key update` : sql``}
    )
    select b.id, b.part_id, part.part_number, b.tracking, l.site_id, site.code as site_code,
           l.id as location_id, l.code as location_code, l.kind, l.custodian_id, b.condition,
           lot.lot_number, lot.expires_on, b.free,
           (select m.seq from movement m where m.to_bucket_id = b.id order by m.seq limit 1) as since
    from pile b
    join location l on l.id = b.location_id and ${mayLie} and l.retired_at is null
    join site on site.id = l.site_id
    join condition c on c.code = b.condition and c.is_allocatable
    join part on part.id = b.part_id
    left join lot on lot.id = b.lot_id
    where b.free > 0 and (lot.expires_on is null or lot.expires_on >= ${today})
    order by b.part_id, lot.expires_on nulls last, b.id
    limit ${pilesAtMost * new Set(partIds).size}`);
  return [...rows].map((row) => ({
    kind: 'stock',
    pileId: row.id,
    partId: row.part_id,
    partNumber: row.part_number,
    isSerial: row.tracking === 'serial',
    siteId: row.site_id,
    siteCode: row.site_code,
    locationId: row.location_id,
    locationCode: row.location_code,
    isVan: row.kind === 'van',
    custodianId: row.custodian_id,
    condition: row.condition,
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    quantity: Number(row.free),
    since: Number(row.since ?? 0),
  }));
}
