/**
 * Writes the parts of a checked file and looks up what they would collide with. Many rows in few
 * statements; what a row means was decided before.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { Work } from '../../../platform/work.ts';
import { inventoryErrors } from '../../errors.ts';
import { fixedByHistory } from '../part.rules.ts';
import { partIdsByNumber } from '../store.ts';
import type { Finding } from './findings.rules.ts';
import type { ImportedPart } from './imported-part.ts';
import { chunksOf, joined, textArray } from './many-rows.store.ts';

/** A part of a file with the row it stands in. */
interface RowOfPart {
  readonly row: number;
  readonly part: ImportedPart;
}

/** A part of a file with the id it has or gets. */
interface PartRow extends ImportedPart {
  readonly id: string;
}

/** What the store says to the parts of a file. */
export interface PartConflicts {
  /** What about parts that exist cannot be. */
  readonly findings: readonly Finding[];
  /** Rows that bring a barcode nobody has yet. */
  readonly newCodes: ReadonlySet<number>;
}

/** What the store has where a row of a file names a part or a code that exists. */
interface Met extends Record<string, unknown> {
  readonly row: number;
  readonly number: string;
  readonly tracking: string;
  readonly unit: string;
  readonly barcode: string | null;
  readonly is: string | null;
  readonly counted: string | null;
  readonly moved: boolean;
  readonly owner: string | null;
}

async function meetings(db: Database, rows: readonly RowOfPart[]): Promise<readonly Met[]> {
  const wanted = rows.map(({ row, part }) => ({
    row,
    number: part.partNumber,
    tracking: part.tracking,
    unit: part.unitOfMeasure,
    barcode: part.barcode,
  }));
  const columns = sql`row int, number text, tracking text, unit text, barcode text`;
  return await db.execute<Met>(sql`
    select w.row, w.number, w.tracking, w.unit, w.barcode, p.tracking as "is",
           p.unit_of_measure as counted, o.part_number as owner,
           p.unit_of_measure <> w.unit
             and (exists (select from bucket b where b.part_id = p.id)
                  or exists (select from serial_unit s where s.part_id = p.id)) as moved
    from ${joined(wanted, columns)} w
    left join part p on p.part_number = w.number
    left join part_barcode c on c.code = w.barcode
    left join part o on o.id = c.part_id
    where p.id is not null or o.id is not null`);
}

/** Holds the parts of a file against those that exist. */
export async function partConflicts(
  db: Database,
  rows: readonly RowOfPart[],
): Promise<PartConflicts> {
  const found: Met[] = [];
  for (const some of chunksOf(rows)) found.push(...(await meetings(db, some)));
  const findings: Finding[] = [];
  const newCodes = new Set<number>();
  for (const { row, number, tracking, unit, barcode, is, counted, moved, owner } of found) {
    const base = { row, params: {}, severity: 'error' as const };
    if (is !== null && is !== tracking) {
      findings.push({ ...base, field: 'tracking', value: tracking, rule: 'tracking-is-fixed' });
    }
    if (moved === true) {
      const params = { is: counted };
      findings.push({
        ...base,
        field: 'unitOfMeasure',
        value: unit,
        rule: 'unit-is-fixed',
        params,
      });
    }
    if (barcode !== null && owner === null) newCodes.add(row);
    if (owner !== null && owner !== number) {
      findings.push({
        ...base,
        field: 'barcode',
        value: barcode ?? '',
        rule: 'barcode-of-another',
      });
    }
  }
  return { findings, newCodes };
}

/**
 * Locks the parts whose base unit or tracking the file changes, so that nothing of them moves
 * meanwhile, and takes the further unit away that becomes the base unit.
 * @throws inventory.part-unit-fixed, inventory.part-tracking-fixed
 */
async function recount(work: Work, parts: readonly PartRow[]): Promise<void> {
  const said = parts.map(({ id, unitOfMeasure, tracking }) => ({ id, unitOfMeasure, tracking }));
  const wanted = joined(said, sql`id uuid, "unitOfMeasure" text, tracking text`);
  const rows = await work.db.execute<Counted>(sql`
    select p.id, p.part_number as "partNumber", p.unit_of_measure as "unitOfMeasure", p.tracking,
           r."unitOfMeasure" as unit, r.tracking as tracked
    from part p join ${wanted} r on r.id = p.id
    where p.unit_of_measure <> r."unitOfMeasure" or p.tracking <> r.tracking
    order by p.id for update of p`);
  if (rows.length === 0) return;
  const ids = textArray(rows.map(({ id }) => id));
  // Only a look after the lock sees the movement that was waited for.
  const moved = await work.db.execute<{ id: string }>(sql`
    select p.id from part p where p.id = any (${ids}::uuid[])
      and (exists (select from bucket b where b.part_id = p.id)
           or exists (select from serial_unit s where s.part_id = p.id))`);
  const movedIds = new Set([...moved].map(({ id }) => id));
  for (const { id, partNumber, unit, tracked, ...before } of rows) {
    const after = { unitOfMeasure: unit, tracking: tracked };
    const fixed = fixedByHistory(before, after, movedIds.has(id));
    const params = { partNumber, unit: before.unitOfMeasure };
    if (fixed !== null) throw inventoryErrors.error(fixed, params);
  }
  await work.db.execute(sql`
    delete from part_unit u using ${wanted} r
    where u.part_id = r.id and u.unit = r."unitOfMeasure"`);
}

interface Counted extends Record<string, unknown> {
  readonly id: string;
  readonly partNumber: string;
  readonly unitOfMeasure: string;
  readonly tracking: string;
  readonly unit: string;
  readonly tracked: string;
}

/** Adds new parts and changes known ones, in order of their ids. */
async function putParts(work: Work, json: string): Promise<void> {
  const now = work.now.toISOString();
  await work.db.execute(sql`
    insert into part (id, part_number, name_en, name_zh, category, life_cycle, unit_of_measure,
      tracking, is_repairable, manufacturer, manufacturer_part_number, cost_minor, price_minor,
      currency, lead_time_days, minimum_order_quantity, pack_size, shelf_life_days, weight_grams,
      length_mm, width_mm, height_mm, hs_code, origin_country, created_at, updated_at)
    select r.id, r."partNumber", r."nameEn", r."nameZh", r.category, r."lifeCycle",
      r."unitOfMeasure", r.tracking, r."isRepairable", r.manufacturer, r."manufacturerPartNumber",
      r."costMinor", r."priceMinor", r.currency, r."leadTimeDays", r."minimumOrderQuantity",
      r."packSize", r."shelfLifeDays", r."weightGrams", r."lengthMm", r."widthMm", r."heightMm",
      r."hsCode", r."originCountry", ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "partNumber" text, "nameEn" text,
      "nameZh" text, category text, "lifeCycle" text, "unitOfMeasure" text, tracking text,
      "isRepairable" boolean, manufacturer text, "manufacturerPartNumber" text,
      "costMinor" bigint, "priceMinor" bigint, currency text, "leadTimeDays" int,
      "minimumOrderQuantity" int, "packSize" int, "shelfLifeDays" int, "weightGrams" int,
      "lengthMm" int, "widthMm" int, "heightMm" int, "hsCode" text, "originCountry" text)
    order by r.id
    on conflict (id) do update set
      name_en = excluded.name_en, name_zh = excluded.name_zh, category = excluded.category,
      life_cycle = excluded.life_cycle, tracking = excluded.tracking,
      unit_of_measure = excluded.unit_of_measure, is_repairable = excluded.is_repairable,
      manufacturer = excluded.manufacturer,
      manufacturer_part_number = excluded.manufacturer_part_number,
      cost_minor = excluded.cost_minor, price_minor = excluded.price_minor,
      currency = excluded.currency, lead_time_days = excluded.lead_time_days,
      minimum_order_quantity = excluded.minimum_order_quantity, pack_size = excluded.pack_size,
      shelf_life_days = excluded.shelf_life_days, weight_grams = excluded.weight_grams,
      length_mm = excluded.length_mm, width_mm = excluded.width_mm,
      height_mm = excluded.height_mm, hs_code = excluded.hs_code,
      origin_country = excluded.origin_country,
      updated_at = excluded.updated_at, version = part.version + 1`);
}

/** Gives parts the barcode their row names, where they do not have it yet. */
async function putBarcodes(work: Work, parts: readonly PartRow[]): Promise<void> {
  const said = parts.flatMap(({ id, barcode }) => (barcode === null ? [] : [{ id, barcode }]));
  if (said.length === 0) return;
  await work.db.execute(sql`
    insert into part_barcode (code, part_id)
    select r.barcode, r.id from ${joined(said, sql`id uuid, barcode text`)} r
    where not exists (select from part_barcode c where c.code = r.barcode and c.part_id = r.id)
    order by r.barcode`);
}

/** Sets demand figures; those that stand already are not written again. */
async function putDemand(work: Work, parts: readonly PartRow[]): Promise<void> {
  const figures = parts.flatMap(({ id, monthlyDemand }) =>
    monthlyDemand.map(({ month, quantity }) => ({ id, month, quantity })),
  );
  for (const some of chunksOf(figures)) {
    await work.db.execute(sql`
      insert into demand_month as d (part_id, month, quantity)
      select r.id, r.month, r.quantity
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
        as r (id uuid, month text, quantity bigint)
      on conflict (part_id, month) do update set quantity = excluded.quantity
        where d.quantity <> excluded.quantity`);
  }
}

/** Adds new parts, changes known ones, and says which were new. */
export async function writeImportedParts(
  work: Work,
  parts: readonly ImportedPart[],
): Promise<{ idByNumber: ReadonlyMap<string, string>; isNew: ReadonlySet<string> }> {
  const known = new Map<string, string>();
  for (const some of chunksOf(parts.map(({ partNumber }) => partNumber))) {
    for (const [number, id] of await partIdsByNumber(work.db, some)) known.set(number, id);
  }
  // One order for all imports and edits, so that two of them never wait for each other in a ring.
  const rows = parts
    .map((part): PartRow => ({ ...part, id: known.get(part.partNumber) ?? work.newId() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const some of chunksOf(rows)) {
    await recount(work, some);
    await putParts(work, JSON.stringify(some));
    await putBarcodes(work, some);
    await putDemand(work, some);
  }
  return {
    idByNumber: new Map(rows.map((row) => [row.partNumber, row.id])),
    isNew: new Set(parts.flatMap(({ partNumber }) => (known.has(partNumber) ? [] : [partNumber]))),
  };
}
