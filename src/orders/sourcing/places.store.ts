/** Reads of places and parts what sourcing asks: whose van a destination is, and which sites a lane leads to. */
import { sql } from 'drizzle-orm';
import { inventoryErrors } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';

/** Whose each location is; null for nobody's. */
export async function custodiansOf(
  read: Read,
  locationIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (locationIds.length === 0) return new Map();
  const rows = await read.db.execute<{ id: string; custodian_id: string | null }>(sql`
    select id, custodian_id from location
    where id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(locationIds)}::jsonb)::uuid))`);
  return new Map([...rows].map((row) => [row.id, row.custodian_id]));
}

/** The sites among these that some lane leads to. */
export async function laneEndsAmong(
  read: Read,
  siteIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await read.db.execute<{ id: string }>(sql`
    select distinct to_site_id as id from lane
    where retired_at is null and to_site_id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(siteIds)}::jsonb)::uuid))`);
  return new Set([...rows].map(({ id }) => id));
}

/** How sites are called. */
export async function siteCodesOf(
  read: Read,
  siteIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read.db.execute<{ id: string; code: string }>(sql`
    select id, code from site
    where id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(siteIds)}::jsonb)::uuid))`);
  return new Map([...rows].map((row) => [row.id, row.code]));
}

/** How parts are called, and whether they are still in use. @throws inventory.unknown-part */
export async function partsToOrder(
  read: Read,
  partIds: readonly string[],
): Promise<readonly { readonly partNumber: string; readonly retiredAt: Date | null }[]> {
  const ids = [...new Set(partIds)];
  const rows = await read.db.execute<{ part_number: string; retired_at: string | null }>(sql`
    select part_number, retired_at from part
    where id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`);
  if (rows.length < ids.length) throw inventoryErrors.error('unknown-part');
  return [...rows].map((row) => ({
    partNumber: row.part_number,
    retiredAt: row.retired_at === null ? null : new Date(row.retired_at),
  }));
}
