/**
 * Reads what could serve lines: free piles of parts, for all lines in one question. Quantities are of
 * this moment and nothing is locked; whoever claims is told what he really got.
 */
import { ourCompany } from '../../inventory/index.ts';
import { isoDay } from '../../platform/clock.ts';
import { type Statement, statement } from '../../platform/db/statement.ts';
import type { Read } from '../../platform/work.ts';
import type { StockCandidate } from './sourcing.vocabulary.ts';

/** Free stock without saying for which line. */
export type FreePile = Omit<StockCandidate, 'standIn'>;

/** Piles of one part that are looked at; the best of them by nearness to expiry and age. */
const pilesAtMost = 200;

/** Which piles are looked at, and how. */
export interface PileChoice {
  /** Locks them in id order, so that what is answered stays true. */
  readonly isLocked?: boolean;
  /** These only, whatever place they lie in. */
  readonly onlyPileIds?: readonly string[];
  /** Of this place only. */
  readonly locationId?: string;
}

const locking = statement`for no key update`;
const notLocking = statement``;

/**
 * In SQL: WITH queries that end in `candidate`, the free, promisable piles of the parts in `meant`
 * (part_id): ours, in use, not in a box, not past their day. The names of places and lots are looked
 * up pile by pile, whatever the server believes of the size of those tables.
 */
export function pilesOfMeant(
  read: Pick<Read, 'now'>,
  { isLocked = false, onlyPileIds, ...choice }: PileChoice,
): Statement {
  const locationId = choice.locationId ?? null;
  const only = onlyPileIds === undefined ? null : JSON.stringify(onlyPileIds);
  return statement`
  pile as materialized (
    select b.id, b.part_id, b.tracking, b.location_id, b.lot_id, b.condition,
           b.on_hand - b.reserved as free
    from bucket b
    where b.part_id = any (array(select part_id from meant))
      and b.owner_id = ${ourCompany}::uuid and b.handling_unit_id is null
      and b.on_hand > b.reserved
      and (${locationId}::uuid is null or b.location_id = ${locationId}::uuid)
      and (${only}::jsonb is null
           or b.id = any (array(select jsonb_array_elements_text(${only}::jsonb)::uuid)))
    order by b.id
    ${isLocked ? locking : notLocking}
  ), candidate as materialized (
    select 'stock' as kind, b.id as "pileId", b.part_id as "partId", named.part_number as "partNumber",
           b.tracking = 'serial' as "isSerial", place.site_id as "siteId",
           place.site_code as "siteCode", b.location_id as "locationId",
           place.code as "locationCode", place.kind = 'van' as "isVan",
           place.custodian_id as "custodianId", b.condition, lot.lot_number as "lotNumber",
           lot.expires_on as "expiresOn", b.free as quantity,
           coalesce((select m.seq from movement m where m.to_bucket_id = b.id
                     order by m.seq limit 1), 0) as since
    from pile b
    cross join lateral (
      select l.site_id, l.code, l.kind, l.custodian_id, site.code as site_code
      from location l join site on site.id = l.site_id
      where l.id = b.location_id and l.retired_at is null
        and (l.is_allocatable or ${only !== null}::boolean)
      offset 0) place
    cross join lateral (select part_number from part where part.id = b.part_id offset 0) named
    left join lateral (
      select lot_number, expires_on from lot where lot.id = b.lot_id offset 0) lot on true
    where b.free > 0 and b.condition in (select code from condition where is_allocatable)
      and (lot.expires_on is null or lot.expires_on >= ${isoDay(read.now)})
    order by b.part_id, lot.expires_on nulls last, b.id
    limit ${pilesAtMost}::int * (select count(*) from meant)
  )`;
}

/** The free, promisable piles of these parts. */
export async function freePiles(
  read: Read,
  partIds: readonly string[],
  choice: PileChoice = {},
): Promise<readonly FreePile[]> {
  if (partIds.length === 0) return [];
  return read.rows<FreePile>(statement`
    with meant as materialized (
      select distinct t.value::uuid as part_id
      from jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb) as t (value)
    ), ${pilesOfMeant(read, choice)}
    select * from candidate`);
}
