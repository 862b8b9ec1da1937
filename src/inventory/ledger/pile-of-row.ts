/** Finds a pile by the id that lists show of it, within the caller's sites; changes nothing. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import type { Condition, Pile } from './posting.rules.ts';

interface PileRow extends Record<string, unknown> {
  part_id: string;
  location_id: string;
  condition: Condition;
  owner_id: string;
  lot_id: string | null;
  handling_unit_id: string | null;
  site_id: string;
}

/** The pile in a location of the caller's sites. @throws inventory.unknown-pile */
export async function getPile(read: Read, bucketId: string): Promise<Pile> {
  const rows = await read.db.execute<PileRow>(sql`
    select b.part_id, b.location_id, b.condition, b.owner_id, b.lot_id, b.handling_unit_id, l.site_id
    from bucket b join location l on l.id = b.location_id
    where b.id = ${bucketId}::uuid and l.site_id is not null`);
  const [row] = rows;
  const missing = inventoryErrors.error('unknown-pile');
  if (row === undefined) throw missing;
  read.requireScope(row.site_id, missing);
  return {
    partId: row.part_id,
    locationId: row.location_id,
    condition: row.condition,
    ownerId: row.owner_id,
    lotId: row.lot_id,
    handlingUnitId: row.handling_unit_id,
  };
}
