/** Customers, suppliers and repairers as the rows of a table, many at a time. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';

/** A party as a row of a table says it. */
export interface PartyCells {
  readonly code: string;
  readonly kind: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly locale: string;
}

/** A stored party with its id. */
export type StoredParty = PartyCells & { readonly id: string };

/** Every party in use but the company itself, by code. */
export async function storedParties(read: Read): Promise<readonly StoredParty[]> {
  const rows = await read.db.execute<StoredParty & Record<string, unknown>>(sql`
    select id, code, kind, name_en as "nameEn", name_zh as "nameZh",
           contact_name as "contactName", phone, email, address, locale
    from party where retired_at is null and kind <> 'company' order by code`);
  return [...rows];
}

/** A party by its code. */
export interface NamedParty extends Record<string, unknown> {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly isRetired: boolean;
}

/** The parties with these codes. */
export async function partiesByCode(
  read: Pick<Read, 'db'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamedParty>> {
  const rows = await read.db.execute<NamedParty>(sql`
    select id, code, kind, retired_at is not null as "isRetired" from party
    where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`);
  return new Map([...rows].map((row) => [row.code, row]));
}

/** Adds and changes parties. @throws inventory.party-code-taken */
export async function writeParties(
  work: Work,
  rows: readonly (PartyCells & { readonly id: string | null })[],
): Promise<void> {
  work.refuseAs('party_code', async () => inventoryErrors.error('party-code-taken'));
  const json = JSON.stringify(rows.map((row) => ({ ...row, id: row.id ?? work.newId() })));
  await work.db.execute(sql`
    insert into party (id, code, kind, name_en, name_zh, contact_name, phone, email, address,
                       locale, created_at)
    select r.id, r.code, r.kind, r."nameEn", r."nameZh", r."contactName", r.phone, r.email,
           r.address, r.locale, ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, code text, kind text, "nameEn" text,
      "nameZh" text, "contactName" text, phone text, email text, address text, locale text)
    order by r.id
    on conflict (id) do update set
      name_en = excluded.name_en, name_zh = excluded.name_zh,
      contact_name = excluded.contact_name, phone = excluded.phone, email = excluded.email,
      address = excluded.address, locale = excluded.locale`);
}
