/**
 * Reads what purchasing must know of parts, suppliers and sites, and writes nothing of theirs. Columns
 * of other rooms are read here and nowhere else in this room.
 */
import { sql } from 'drizzle-orm';
import { ourCompany } from '../inventory/index.ts';
import type { Read } from '../platform/work.ts';

/** A part as lists show it. */
export interface PartFacts {
  readonly partId: string;
  readonly partNumber: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly unitOfMeasure: string;
  readonly currency: string;
  readonly isRetired: boolean;
}

/** The parts, by id. */
export async function partsById(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, PartFacts>> {
  const rows = await read.db.execute<PartFacts & Record<string, unknown>>(sql`
    select id as "partId", part_number as "partNumber", name_en as "nameEn", name_zh as "nameZh",
           unit_of_measure as "unitOfMeasure", currency, retired_at is not null as "isRetired"
    from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)`);
  return new Map([...rows].map((row) => [row.partId, row]));
}

/** Codes of sites, by id. */
export async function siteCodes(read: Pick<Read, 'db'>): Promise<ReadonlyMap<string, string>> {
  const rows = await read.db.execute<{ id: string; code: string }>(sql`select id, code from site`);
  return new Map([...rows].map(({ id, code }) => [id, code]));
}

/** Suppliers that are no longer used, by id. */
export async function retiredSuppliers(read: Pick<Read, 'db'>): Promise<ReadonlySet<string>> {
  const rows = await read.db.execute<{ id: string }>(
    sql`select id from party where retired_at is not null`,
  );
  return new Set([...rows].map(({ id }) => id));
}

/** Somebody on a paper. */
interface Address {
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly contactName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Who stands on the paper of an order. */
export interface SheetEnds {
  readonly company: Address;
  readonly supplier: Address & { readonly code: string; readonly locale: 'en' | 'zh-CN' };
  readonly shipTo: Address & { readonly code: string };
}

const party = (alias: string) => sql`jsonb_build_object(
  'nameEn', ${sql.raw(alias)}.name_en, 'nameZh', ${sql.raw(alias)}.name_zh,
  'contactName', ${sql.raw(alias)}.contact_name, 'address', ${sql.raw(alias)}.address,
  'phone', ${sql.raw(alias)}.phone, 'email', ${sql.raw(alias)}.email)`;

/** The three ends of an order: who buys, who sells, where it goes. */
export async function sheetEnds(
  read: Pick<Read, 'db'>,
  order: { readonly supplierId: string; readonly siteId: string },
): Promise<SheetEnds | null> {
  const rows = await read.db.execute<SheetEnds & Record<string, unknown>>(sql`
    select ${party('us')} as company,
           ${party('p')} || jsonb_build_object('code', p.code, 'locale', p.locale) as supplier,
           jsonb_build_object('code', s.code, 'nameEn', s.name_en, 'nameZh', s.name_zh,
             'contactName', null, 'address', s.address, 'phone', s.phone, 'email', null) as "shipTo"
    from party us, party p, site s
    where us.id = ${ourCompany}::uuid and p.id = ${order.supplierId}::uuid
      and s.id = ${order.siteId}::uuid`);
  return rows[0] ?? null;
}
