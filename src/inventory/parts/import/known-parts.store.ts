/**
 * The parts the store knows among those a file names, with their demand figures. Two look-ups by index
 * for a thousand parts; what a row changes of them is decided elsewhere.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { StoredPart } from '../queries/export-parts.ts';
import type { MonthlyDemand } from './imported-part.ts';
import { chunksOf, textArray } from './many-rows.store.ts';

/** A known part without what the master keeps none of, or many of. */
type Master = Record<string, unknown> &
  Omit<
    StoredPart,
    | 'supplier'
    | 'minQuantity'
    | 'maxQuantity'
    | 'safetyStock'
    | 'openingStock'
    | 'barcode'
    | 'monthlyDemand'
  >;

function mastersOf(db: Database, numbers: readonly string[]): Promise<readonly Master[]> {
  return db.execute<Master>(sql`
    select p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn",
           p.name_zh as "nameZh", p.category, p.life_cycle as "lifeCycle",
           p.unit_of_measure as "unitOfMeasure", p.tracking,
           p.is_repairable as "isRepairable", p.manufacturer,
           p.manufacturer_part_number as "manufacturerPartNumber", p.cost_minor as "costMinor",
           p.price_minor as "priceMinor", p.currency, p.lead_time_days as "leadTimeDays",
           p.minimum_order_quantity as "minimumOrderQuantity", p.pack_size as "packSize",
           p.shelf_life_days as "shelfLifeDays", p.weight_grams as "weightGrams",
           p.length_mm as "lengthMm", p.width_mm as "widthMm", p.height_mm as "heightMm",
           p.hs_code as "hsCode", p.origin_country as "originCountry"
    from part p where p.part_number = any (${textArray(numbers)})`);
}

/** The demand figures of these parts, each in order of month. */
async function demandOf(
  db: Database,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MonthlyDemand[]>> {
  if (partIds.length === 0) return new Map();
  const rows = await db.execute<MonthlyDemand & Record<string, unknown> & { partId: string }>(sql`
    select d.part_id as "partId", d.month, d.quantity from demand_month d
    where d.part_id = any (${textArray(partIds)}::uuid[])
    order by d.part_id, d.month`);
  const figures = new Map<string, MonthlyDemand[]>();
  for (const { partId, month, quantity } of rows) {
    const ofPart = figures.get(partId);
    if (ofPart === undefined) figures.set(partId, [{ month, quantity }]);
    else ofPart.push({ month, quantity });
  }
  return figures;
}

/** The parts with these numbers, retired or not, by number. Of barcodes they name none: a part has many. */
export async function knownParts(
  db: Database,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, StoredPart>> {
  const known = new Map<string, StoredPart>();
  for (const some of chunksOf(numbers)) {
    const masters = await mastersOf(db, some);
    const figures = await demandOf(
      db,
      masters.map(({ partId }) => partId),
    );
    for (const master of masters) {
      known.set(master.partNumber, {
        ...master,
        supplier: null,
        minQuantity: null,
        maxQuantity: null,
        safetyStock: null,
        barcode: null,
        openingStock: null,
        monthlyDemand: figures.get(master.partId) ?? [],
      });
    }
  }
  return known;
}
