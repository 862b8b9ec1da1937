/** Reads of places what sourcing asks: whose van a destination is, and which sites a lane leads to. */
import { sql } from 'drizzle-orm';
import type { Read } from '../../platform/work.ts';

/** Whose each location is; null for nobody's. */
export async function custodiansOf(
  read: Read,
  locationIds: readonly string[],
): Promise<Map<string, string | null>> {
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
