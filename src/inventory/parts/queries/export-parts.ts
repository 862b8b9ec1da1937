/**
 * Reads the whole part master in the shape of a parts list, so that an export can be imported again.
 * Levels are not known here; what the master does not keep (supplier, opening stock) stays blank.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { ImportedPart } from '../import/imported-part.ts';

/** A part as the master keeps it, with its id. */
export type StoredPart = ImportedPart & { readonly partId: string };

type Row = Record<string, unknown> &
  Omit<StoredPart, 'supplier' | 'minQuantity' | 'maxQuantity' | 'safetyStock' | 'openingStock'>;

/**
 * Every part that is not retired, or those with the given numbers, retired or not; by part number. Of
 * several barcodes the first one is given.
 */
export async function readStoredParts(
  db: Database,
  numbers: readonly string[] | null = null,
): Promise<StoredPart[]> {
  const wanted =
    numbers === null
      ? sql`p.retired_at is null`
      : sql`p.part_number in (
          select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`;
  const rows = await db.execute<Row>(sql`
    select p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
           p.name_zh as "nameZh", p.category, p.life_cycle as "lifeCycle",
           p.unit_of_measure as "unitOfMeasure", p.tracking,
           p.is_repairable as "isRepairable", p.manufacturer,
           p.manufacturer_part_number as "manufacturerPartNumber", p.cost_minor as "costMinor",
           p.price_minor as "priceMinor", p.currency, p.lead_time_days as "leadTimeDays",
           p.minimum_order_quantity as "minimumOrderQuantity", p.pack_size as "packSize",
           p.shelf_life_days as "shelfLifeDays", p.weight_grams as "weightGrams",
           p.length_mm as "lengthMm", p.width_mm as "widthMm", p.height_mm as "heightMm",
           p.hs_code as "hsCode", p.origin_country as "originCountry",
           (select (array_agg(c.code order by c.code))[1] from part_barcode c
            where c.part_id = p.id) as barcode,
           coalesce((select jsonb_agg(jsonb_build_object('month', d.month, 'quantity', d.quantity)
                                      order by d.month)
                     from demand_month d where d.part_id = p.id), '[]'::jsonb) as "monthlyDemand"
    from part p where ${wanted}
    order by p.part_number`);
  return [...rows].map((row) => ({
    ...row,
    supplier: null,
    minQuantity: null,
    maxQuantity: null,
    safetyStock: null,
    openingStock: null,
  }));
}
