/** What belongs to one shipment beside its goods: boxes, losses, who did what. */
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read } from '../../platform/work.ts';
import type { boxView, lossView } from '../contract.ts';
import { iso, isoOrNull } from './shipment-summaries.ts';

/** The boxes of a shipment, those of a closed one too. */
export async function boxViews(read: Read, shipmentId: string): Promise<z.infer<typeof boxView>[]> {
  const rows = await read.db.execute<Record<string, unknown> & z.infer<typeof boxView>>(sql`
    select b.box_number as "boxNumber", b.weight_grams as "weightGrams",
           coalesce(sum(l.quantity), 0)::bigint as pieces, count(l.id)::int as lines
    from shipment_box b
    join shipment s on s.id = b.shipment_id
    left join shipment_line l on l.shipment_id = b.shipment_id
      and l.handling_unit_id = b.handling_unit_id and l.removed_at is null
    where b.shipment_id = ${shipmentId}::uuid
    group by b.id, b.box_number, b.weight_grams, b.added_at, b.released_at, s.shipped_at
    having b.released_at is null or (s.shipped_at is not null and count(l.id) > 0)
    order by b.added_at, b.box_number`);
  return [...rows].map((row) => ({ ...row, pieces: Number(row.pieces) }));
}

type Loss = Record<string, unknown> & {
  entryId: string;
  boxNumber: string | null;
  pieces: number;
  reason: string;
  lostAt: string;
  lostByName: string;
  foundAt: string | null;
  foundByName: string | null;
};

/** What was written off of a shipment, entry by entry. */
export async function lossViews(
  read: Read,
  shipmentId: string,
): Promise<z.infer<typeof lossView>[]> {
  const rows = await read.db.execute<Loss>(sql`
    select x.entry_id as "entryId", hu.number as "boxNumber", sum(x.quantity)::bigint as pieces,
           x.reason, x.lost_at as "lostAt", x.lost_by_name as "lostByName", x.found_at as "foundAt",
           x.found_by_name as "foundByName"
    from shipment_loss x left join handling_unit hu on hu.id = x.handling_unit_id
    where x.shipment_id = ${shipmentId}::uuid
    group by x.entry_id, hu.number, x.reason, x.lost_at, x.lost_by_name, x.found_at, x.found_by_name
    order by x.lost_at, hu.number`);
  return [...rows].map((row) => ({
    ...row,
    pieces: Number(row.pieces),
    lostAt: iso(row.lostAt),
    foundAt: isoOrNull(row.foundAt),
  }));
}

/** Who did what to a shipment, oldest first; the newest two hundred. */
export async function shipmentHistory(read: Read, shipmentId: string) {
  type Row = Record<string, unknown> & { at: string; command: string; actorName: string };
  const rows = await read.db.execute<Row>(sql`
    select at, command, actor_name as "actorName" from (
      select at, command, actor_name, seq from activity
      where subject = ${`shipment:${shipmentId}`} order by seq desc limit 200) newest
    order by seq`);
  return [...rows].map(({ command, actorName, at }) => ({ at: iso(at), command, actorName }));
}
