/** Finds the pile from which a part is taken at a location; what it is taken for is not known here. */
import { sql } from 'drizzle-orm';
import { isoDay } from '../../platform/clock.ts';
import type { Read } from '../../platform/work.ts';
import { ourCompany } from '../places.ts';
import type { Condition, Pile } from './posting.rules.ts';

/**
 * Our own promisable pile of the part at the location: one with enough free first, the lot that
 * expires first, refurbished before new. A lot past its last day is passed over. When none has stock the pile of new stock is named, so
 * that the posting itself refuses and says what is missing.
 */
export async function findTakablePile(
  read: Pick<Read, 'db' | 'now'>,
  wanted: { readonly partId: string; readonly locationId: string; readonly quantity: number },
): Promise<Pile> {
  const rows = await read.db.execute<{ condition: Condition; lot_id: string | null }>(sql`
    select b.condition, b.lot_id
    from bucket b
    join condition c on c.code = b.condition and c.is_allocatable
    left join lot on lot.id = b.lot_id
    where b.part_id = ${wanted.partId}::uuid and b.location_id = ${wanted.locationId}::uuid
      and b.owner_id = ${ourCompany}::uuid and b.handling_unit_id is null and b.on_hand > 0
      and coalesce(lot.expires_on >= ${isoDay(read.now)}, true)
    order by (b.on_hand - b.reserved >= ${wanted.quantity}) desc, lot.expires_on nulls last,
             b.condition, b.id
    limit 1`);
  return {
    partId: wanted.partId,
    locationId: wanted.locationId,
    condition: rows[0]?.condition ?? 'new',
    ownerId: ourCompany,
    lotId: rows[0]?.lot_id ?? null,
    handlingUnitId: null,
  };
}
