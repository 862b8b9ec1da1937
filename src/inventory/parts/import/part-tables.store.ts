/**
 * What hangs on parts as the rows of tables, many at a time: further codes, further units, and the
 * parts such rows name. Columns and locks only.
 */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../../platform/work.ts';
import { textArray } from './many-rows.store.ts';

/** A part by its number. */
export interface PartByNumber extends Record<string, unknown> {
  readonly id: string;
  readonly partNumber: string;
  readonly tracking: string;
  readonly unitOfMeasure: string;
  readonly isRetired: boolean;
}

/** The parts with these numbers. */
export async function partsByNumber(
  read: Pick<Read, 'db'>,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, PartByNumber>> {
  const rows = await read.db.execute<PartByNumber>(sql`
    select id, part_number as "partNumber", tracking, unit_of_measure as "unitOfMeasure",
           retired_at is not null as "isRetired"
    from part where part_number = any (${textArray([...new Set(numbers)])})`);
  return new Map([...rows].map((row) => [row.partNumber, row]));
}

/** Locks the parts with these numbers against other changes of their master data. */
export async function lockPartsByNumber(work: Work, numbers: readonly string[]): Promise<void> {
  await work.db.execute(sql`
    select id from part where part_number = any (${textArray([...new Set(numbers)])})
    order by id for no key update`);
}

/** A further code of a part as a row says it. */
export interface BarcodeCells {
  readonly partNumber: string;
  readonly code: string;
}

/** Every further code of parts in use. */
export async function storedBarcodes(read: Read): Promise<readonly BarcodeCells[]> {
  const rows = await read.db.execute<BarcodeCells & Record<string, unknown>>(sql`
    select p.part_number as "partNumber", c.code from part_barcode c
    join part p on p.id = c.part_id
    where p.retired_at is null order by p.part_number, c.code`);
  return [...rows];
}

/** Adds further codes; the caller says what a taken one means. */
export async function writeBarcodes(work: Work, rows: readonly BarcodeCells[]): Promise<void> {
  await work.db.execute(sql`
    insert into part_barcode (code, part_id)
    select r.code, p.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("partNumber" text, code text)
    join part p on p.part_number = r."partNumber"
    order by r.code`);
}

/** A further unit of a part as a row says it: one of it is so many base units. */
export interface UnitCells {
  readonly partNumber: string;
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** Every further unit of parts in use. */
export async function storedUnits(read: Read): Promise<readonly UnitCells[]> {
  const rows = await read.db.execute<UnitCells & Record<string, unknown>>(sql`
    select p.part_number as "partNumber", u.unit, u.numerator, u.denominator
    from part_unit u join part p on p.id = u.part_id
    where p.retired_at is null order by p.part_number, u.unit`);
  return [...rows];
}

/** Adds further units and changes what they amount to, under the lock of their parts. */
export async function writeUnits(work: Work, rows: readonly UnitCells[]): Promise<void> {
  await work.db.execute(sql`
    insert into part_unit (part_id, unit, numerator, denominator)
    select p.id, r.unit, r.numerator, r.denominator
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r ("partNumber" text, unit text, numerator int, denominator int)
    join part p on p.part_number = r."partNumber"
    on conflict (part_id, unit) do update
      set numerator = excluded.numerator, denominator = excluded.denominator`);
}
