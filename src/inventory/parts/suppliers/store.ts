/** Reads and writes who sells a part and at which prices; whether it is a good price is not asked. */
import { and, eq, sql } from 'drizzle-orm';
import type { Read, Work } from '../../../platform/work.ts';
import { supplierPart, supplierPrice } from './tables.ts';

/** From `fromQuantity` base units on, one costs `priceMinor` (minor units of the currency). */
export interface PriceBreak {
  readonly fromQuantity: number;
  readonly priceMinor: number;
}

/** What a supplier offers of a part. Quantities are in the part's base unit. */
export interface SupplierPart {
  readonly id: string;
  readonly partId: string;
  readonly supplierId: string;
  readonly supplierCode: string;
  readonly supplierNameEn: string | null;
  readonly supplierNameZh: string | null;
  readonly supplierPartNumber: string | null;
  readonly currency: string;
  /** In order of quantity; may be empty when no price is known. */
  readonly priceBreaks: readonly PriceBreak[];
  readonly packSize: number;
  readonly minimumOrder: number;
  readonly leadTimeDays: number | null;
  readonly isPreferred: boolean;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Every offer of these parts, whenever it holds: by part, the preferred supplier first. */
export async function allSupplierParts(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
): Promise<readonly SupplierPart[]> {
  const rows = await read.db.execute<SupplierPart & Record<string, unknown>>(sql`
    select s.id, s.part_id as "partId", s.supplier_id as "supplierId", p.code as "supplierCode",
           p.name_en as "supplierNameEn", p.name_zh as "supplierNameZh",
           s.supplier_part_number as "supplierPartNumber", s.currency,
           s.pack_size as "packSize", s.minimum_order as "minimumOrder",
           s.lead_time_days as "leadTimeDays", s.is_preferred as "isPreferred",
           s.valid_from as "validFrom", s.valid_to as "validTo",
           coalesce((select jsonb_agg(jsonb_build_object('fromQuantity', b.from_quantity,
                                                         'priceMinor', b.price_minor)
                                      order by b.from_quantity)
                     from supplier_price b where b.supplier_part_id = s.id), '[]'::jsonb)
             as "priceBreaks"
    from supplier_part s
    join party p on p.id = s.supplier_id
    where s.part_id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
    order by s.part_id, s.is_preferred desc, p.code`);
  return [...rows];
}

/** The offers of these parts that hold today, by part, the preferred supplier first. */
export async function supplierPartsOf(
  read: Pick<Read, 'db' | 'now'>,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SupplierPart[]>> {
  const today = read.now.toISOString().slice(0, 10);
  const found = new Map<string, SupplierPart[]>(partIds.map((partId) => [partId, []]));
  for (const offer of await allSupplierParts(read, partIds)) {
    const began = offer.validFrom === null || offer.validFrom <= today;
    const lasts = offer.validTo === null || today <= offer.validTo;
    if (began && lasts) found.get(offer.partId)?.push(offer);
  }
  return found;
}

/** What is written of an offer. */
export type OfferValues = Omit<
  typeof supplierPart.$inferInsert,
  'id' | 'updatedAt' | 'partId' | 'supplierId'
>;

/**
 * Sets what a supplier offers of a part, prices and all; a preferred one takes the place of the one
 * before. The caller holds the lock on the part, so that two settings follow one another.
 */
export async function writeSupplierPart(
  work: Work,
  key: { readonly partId: string; readonly supplierId: string },
  values: OfferValues & { readonly priceBreaks: readonly PriceBreak[] },
): Promise<string> {
  const { priceBreaks, ...columns } = values;
  if (columns.isPreferred) {
    await work.db
      .update(supplierPart)
      .set({ isPreferred: false })
      .where(
        and(
          eq(supplierPart.partId, key.partId),
          sql`${supplierPart.supplierId} <> ${key.supplierId}`,
        ),
      );
  }
  const set = { ...columns, updatedAt: work.now };
  const [row] = await work.db
    .insert(supplierPart)
    .values({ ...set, ...key, id: work.newId() })
    .onConflictDoUpdate({ target: [supplierPart.partId, supplierPart.supplierId], set })
    .returning({ id: supplierPart.id });
  const supplierPartId = row?.id ?? '';
  await work.db.delete(supplierPrice).where(eq(supplierPrice.supplierPartId, supplierPartId));
  if (priceBreaks.length > 0) {
    await work.db
      .insert(supplierPrice)
      .values(priceBreaks.map((one) => ({ ...one, supplierPartId })));
  }
  return supplierPartId;
}

/** Takes an offer away; whether there was one. */
export async function deleteSupplierPart(
  work: Work,
  key: { readonly partId: string; readonly supplierId: string },
): Promise<boolean> {
  const gone = await work.db
    .delete(supplierPart)
    .where(and(eq(supplierPart.partId, key.partId), eq(supplierPart.supplierId, key.supplierId)))
    .returning({ id: supplierPart.id });
  return gone.length > 0;
}
