/** Offers of suppliers as the rows of a table, prices and all. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../../platform/work.ts';
import type { PriceBreak } from '../suppliers/store.ts';

/** An offer as a row says it: part and supplier by number and code. */
export interface OfferCells {
  readonly partNumber: string;
  readonly supplier: string;
  readonly supplierPartNumber: string | null;
  readonly currency: string;
  readonly priceBreaks: readonly PriceBreak[];
  readonly packSize: number;
  readonly minimumOrder: number;
  readonly leadTimeDays: number | null;
  readonly isPreferred: boolean;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Every offer of parts in use. */
export async function storedOffers(read: Read): Promise<readonly OfferCells[]> {
  const rows = await read.db.execute<OfferCells & Record<string, unknown>>(sql`
    select p.part_number as "partNumber", s.code as supplier,
           o.supplier_part_number as "supplierPartNumber", o.currency,
           coalesce((select jsonb_agg(jsonb_build_object('fromQuantity', b.from_quantity,
                                                         'priceMinor', b.price_minor)
                                      order by b.from_quantity)
                     from supplier_price b where b.supplier_part_id = o.id), '[]'::jsonb)
             as "priceBreaks",
           o.pack_size as "packSize", o.minimum_order as "minimumOrder",
           o.lead_time_days as "leadTimeDays", o.is_preferred as "isPreferred",
           o.valid_from as "validFrom", o.valid_to as "validTo"
    from supplier_part o
    join part p on p.id = o.part_id
    join party s on s.id = o.supplier_id
    where p.retired_at is null
    order by p.part_number, o.is_preferred desc, s.code`);
  return [...rows];
}

/**
 * Sets offers, at most one of a part preferred; it takes the place of the one before. The caller holds
 * the lock on the parts.
 */
export async function writeOffers(work: Work, rows: readonly OfferCells[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, id: work.newId() })));
  const given = sql`(
    select r.*, p.id as part_id, s.id as supplier_id
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "partNumber" text, supplier text,
      "supplierPartNumber" text, currency text, "priceBreaks" jsonb, "packSize" int,
      "minimumOrder" int, "leadTimeDays" int, "isPreferred" boolean, "validFrom" text,
      "validTo" text)
    join part p on p.part_number = r."partNumber"
    join party s on s.code = r.supplier) r`;
  await work.db.execute(sql`
    update supplier_part o set is_preferred = false
    from ${given} where r."isPreferred" and o.part_id = r.part_id and o.is_preferred`);
  await work.db.execute(sql`
    insert into supplier_part (id, part_id, supplier_id, supplier_part_number, currency,
      pack_size, minimum_order, lead_time_days, is_preferred, valid_from, valid_to, updated_at)
    select r.id, r.part_id, r.supplier_id, r."supplierPartNumber", r.currency, r."packSize",
           r."minimumOrder", r."leadTimeDays", r."isPreferred", r."validFrom", r."validTo",
           ${work.now.toISOString()}::timestamptz
    from ${given}
    order by r.part_id, r.supplier_id
    on conflict (part_id, supplier_id) do update set
      supplier_part_number = excluded.supplier_part_number, currency = excluded.currency,
      pack_size = excluded.pack_size, minimum_order = excluded.minimum_order,
      lead_time_days = excluded.lead_time_days, is_preferred = excluded.is_preferred,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      updated_at = excluded.updated_at`);
  await work.db.execute(sql`
    delete from supplier_price b using supplier_part o, ${given}
    where o.part_id = r.part_id and o.supplier_id = r.supplier_id and b.supplier_part_id = o.id`);
  await work.db.execute(sql`
    insert into supplier_price (supplier_part_id, from_quantity, price_minor)
    select o.id, b."fromQuantity", b."priceMinor"
    from ${given}
    join supplier_part o on o.part_id = r.part_id and o.supplier_id = r.supplier_id
    cross join lateral jsonb_to_recordset(r."priceBreaks")
      as b ("fromQuantity" bigint, "priceMinor" bigint)`);
}
