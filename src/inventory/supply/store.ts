/** Writes and reads what is expected; who promised it is an opaque reference. */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';

/** So much of a part that will come to a site. */
export interface ExpectedSupply {
  readonly partId: string;
  readonly siteId: string;
  readonly kind: 'purchase' | 'repair';
  /** What is still to come, in the base unit; 0 ends the promise. */
  readonly quantity: number;
  readonly expectedAt: Date | null;
  /** Opaque reference of the promising line, e.g. `purchase-order-line:<id>`. */
  readonly document: string;
  readonly documentNumber: string;
}

/** Sets what a document line still promises: adds the row or changes it. */
export async function expectSupply(work: Work, supply: ExpectedSupply): Promise<void> {
  const at = work.now.toISOString();
  await work.db.execute(sql`
    insert into expected_supply (id, part_id, site_id, kind, quantity, expected_at, document,
                                 document_number, updated_at)
    values (${work.newId()}::uuid, ${supply.partId}::uuid, ${supply.siteId}::uuid, ${supply.kind},
            ${supply.quantity}, ${supply.expectedAt?.toISOString() ?? null}::timestamptz,
            ${supply.document}, ${supply.documentNumber}, ${at}::timestamptz)
    on conflict (document) do update
    set quantity = excluded.quantity, expected_at = excluded.expected_at,
        site_id = excluded.site_id, updated_at = excluded.updated_at`);
}

/** What is still to come of these parts, soonest first. */
export async function supplyOf(
  read: Read,
  partIds: readonly string[],
): Promise<readonly ExpectedSupply[]> {
  const rows = await read.db.execute<{
    part_id: string;
    site_id: string;
    kind: 'purchase' | 'repair';
    quantity: number;
    expected_at: Date | null;
    document: string;
    document_number: string;
  }>(sql`
    select part_id, site_id, kind, quantity, expected_at, document, document_number
    from expected_supply
    where quantity > 0
      and part_id = any (array(select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid))
    order by expected_at nulls last, document`);
  return rows.map((row) => ({
    partId: row.part_id,
    siteId: row.site_id,
    kind: row.kind,
    quantity: Number(row.quantity),
    expectedAt: row.expected_at === null ? null : new Date(row.expected_at),
    document: row.document,
    documentNumber: row.document_number,
  }));
}
