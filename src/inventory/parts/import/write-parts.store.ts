/**
 * Writes the parts of a checked file and looks up what they would collide with. Many rows in few
 * statements; what a row means was decided before.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { Work } from '../../../platform/work.ts';
import { partIdsByNumber } from '../store.ts';
import type { PartRow } from './check-rows.rules.ts';
import type { Finding } from './findings.rules.ts';
import type { ImportedPart } from './imported-part.ts';

/** Parts of the file that exist already, and what about them cannot be. */
export async function partConflicts(
  db: Database,
  rows: readonly PartRow[],
): Promise<{ known: number; findings: Finding[] }> {
  const wanted = JSON.stringify(
    rows.map(({ row, part }) => ({
      row,
      number: part.partNumber,
      tracking: part.tracking,
      barcode: part.barcode,
    })),
  );
  const found = await db.execute<{
    row: number;
    number: string;
    tracking: string;
    barcode: string | null;
    is: string | null;
    owner: string | null;
  }>(sql`
    select w.row, w.number, w.tracking, w.barcode, p.tracking as "is", o.part_number as owner
    from jsonb_to_recordset(${wanted}::jsonb)
      as w (row int, number text, tracking text, barcode text)
    left join part p on p.part_number = w.number
    left join part_barcode c on c.code = w.barcode
    left join part o on o.id = c.part_id
    where p.id is not null or o.id is not null`);
  const findings: Finding[] = [];
  for (const { row, number, tracking, barcode, is, owner } of found) {
    const base = { row, params: {}, severity: 'error' as const };
    if (is !== null && is !== tracking) {
      findings.push({ ...base, field: 'tracking', value: tracking, rule: 'tracking-is-fixed' });
    }
    if (owner !== null && owner !== number) {
      findings.push({
        ...base,
        field: 'barcode',
        value: barcode ?? '',
        rule: 'barcode-of-another',
      });
    }
  }
  return { known: [...found].filter((row) => row.is !== null).length, findings };
}

/** Adds new parts, changes known ones, and says which were new. */
export async function writeImportedParts(
  work: Work,
  parts: readonly ImportedPart[],
): Promise<{ idByNumber: ReadonlyMap<string, string>; isNew: ReadonlySet<string> }> {
  const numbers = parts.map((part) => part.partNumber);
  const known = await partIdsByNumber(work.db, numbers);
  const rows = parts.map((part) => ({ id: known.get(part.partNumber) ?? work.newId(), ...part }));
  const json = JSON.stringify(rows);
  const now = work.now.toISOString();
  await work.db.execute(sql`
    insert into part (id, part_number, name_en, name_zh, category, unit_of_measure, tracking,
      is_repairable, manufacturer, manufacturer_part_number, cost_minor, price_minor, currency,
      lead_time_days, minimum_order_quantity, pack_size, shelf_life_days, weight_grams, hs_code,
      origin_country, created_at, updated_at)
    select r.id, r."partNumber", r."nameEn", r."nameZh", r.category, r."unitOfMeasure", r.tracking,
      r."isRepairable", r.manufacturer, r."manufacturerPartNumber", r."costMinor", r."priceMinor",
      r.currency, r."leadTimeDays", r."minimumOrderQuantity", r."packSize", r."shelfLifeDays",
      r."weightGrams", r."hsCode", r."originCountry", ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "partNumber" text, "nameEn" text,
      "nameZh" text, category text, "unitOfMeasure" text, tracking text, "isRepairable" boolean,
      manufacturer text, "manufacturerPartNumber" text, "costMinor" bigint, "priceMinor" bigint,
      currency text, "leadTimeDays" int, "minimumOrderQuantity" int, "packSize" int,
      "shelfLifeDays" int, "weightGrams" int, "hsCode" text, "originCountry" text)
    on conflict (id) do update set
      name_en = excluded.name_en, name_zh = excluded.name_zh, category = excluded.category,
      unit_of_measure = excluded.unit_of_measure, is_repairable = excluded.is_repairable,
      manufacturer = excluded.manufacturer,
      manufacturer_part_number = excluded.manufacturer_part_number,
      cost_minor = excluded.cost_minor, price_minor = excluded.price_minor,
      currency = excluded.currency, lead_time_days = excluded.lead_time_days,
      minimum_order_quantity = excluded.minimum_order_quantity, pack_size = excluded.pack_size,
      shelf_life_days = excluded.shelf_life_days, weight_grams = excluded.weight_grams,
      hs_code = excluded.hs_code, origin_country = excluded.origin_country,
      updated_at = excluded.updated_at, version = part.version + 1`);
  await work.db.execute(sql`
    insert into part_barcode (code, part_id)
    select r.barcode, r.id from jsonb_to_recordset(${json}::jsonb) as r (id uuid, barcode text)
    where r.barcode is not null
      and not exists (select from part_barcode c where c.code = r.barcode and c.part_id = r.id)`);
  await work.db.execute(sql`
    insert into demand_month (part_id, month, quantity)
    select r.id, m.month, m.quantity
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "monthlyDemand" jsonb)
    cross join lateral jsonb_to_recordset(r."monthlyDemand") as m (month text, quantity bigint)
    on conflict (part_id, month) do update set quantity = excluded.quantity`);
  return {
    idByNumber: new Map(rows.map((row) => [row.partNumber, row.id])),
    isNew: new Set(numbers.filter((number) => !known.has(number))),
  };
}
