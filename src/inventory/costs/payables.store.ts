/**
 * What we owe suppliers for stock of theirs that lay with us and was used: written by the posting
 * that used it, taken back by its reversal. Who pays, and when, is not known here.
 */
import { sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import type { Pile } from '../ledger/posting.rules.ts';
import { getPartRow } from '../parts/store.ts';
import { supplierPartsOf } from '../parts/suppliers/store.ts';
import { ourCompany } from '../places.ts';

/** So much of a supplier's stock, used by a line of an entry. */
export interface ForeignUse {
  readonly line: number;
  readonly ownerId: string;
  readonly partId: string;
  readonly quantity: number;
}

/** A price of one piece in minor units of its currency. */
export interface UnitPrice {
  readonly unitPriceMinor: number;
  readonly currency: string;
}

/** What the owner asks for one piece when so many are taken, by his offer of today; null without one. */
async function offerPrice(
  read: Pick<Read, 'db' | 'now'>,
  use: Omit<ForeignUse, 'line'>,
): Promise<UnitPrice | null> {
  const offers = (await supplierPartsOf(read, [use.partId])).get(use.partId) ?? [];
  const offer = offers.find(({ supplierId }) => supplierId === use.ownerId);
  const price = offer?.priceBreaks.findLast(({ fromQuantity }) => fromQuantity <= use.quantity);
  // Below the first price break the smallest quantity he names a price for decides.
  const { priceMinor } = price ?? offer?.priceBreaks[0] ?? {};
  if (offer === undefined || priceMinor === undefined) return null;
  return { unitPriceMinor: priceMinor, currency: offer.currency };
}

/** Notes what was used of suppliers' stock; stock of customers and repairers owes nothing. */
export async function addPayables(
  work: Work,
  entryId: string,
  uses: readonly ForeignUse[],
): Promise<void> {
  const rows: (ForeignUse & Partial<UnitPrice>)[] = [];
  for (const use of uses) {
    const together = uses.filter((one) => one.partId === use.partId && one.ownerId === use.ownerId);
    const quantity = together.reduce((sum, one) => sum + one.quantity, 0);
    rows.push({ ...use, ...(await offerPrice(work, { ...use, quantity })) });
  }
  await work.db.execute(sql`
    insert into consignment_payable (supplier_id, part_id, quantity, unit_price_minor, currency,
                                     entry_id, line, at)
    select party.id, u."partId", u.quantity, u."unitPriceMinor", u.currency, ${entryId}::uuid, u.line,
           ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u (
      line int, "ownerId" uuid, "partId" uuid, quantity bigint, "unitPriceMinor" bigint, currency text)
    join party on party.id = u."ownerId" and party.kind = 'supplier'
    order by u.line`);
}

/** Takes back what an entry made us owe, at the same price. Its lines are mirrored, last first. */
export async function reversePayables(
  work: Work,
  reversed: { readonly entryId: string; readonly byEntryId: string; readonly lines: number },
): Promise<void> {
  await work.db.execute(sql`
    insert into consignment_payable (supplier_id, part_id, quantity, unit_price_minor, currency,
                                     entry_id, line, at)
    select supplier_id, part_id, -quantity, unit_price_minor, currency, ${reversed.byEntryId}::uuid,
           ${reversed.lines}::int + 1 - line, ${work.now.toISOString()}::timestamptz
    from consignment_payable where entry_id = ${reversed.entryId}::uuid
    order by line desc`);
}

/**
 * What stock is worth that becomes ours where it lies: the owner's price, when it is in the currency
 * the part is valued in; else the part's own cost decides.
 */
export async function valueWhenBought(
  read: Pick<Read, 'db' | 'now'>,
  change: { readonly from: Pile; readonly ownerId: string; readonly quantity: number },
): Promise<number | undefined> {
  const { from, ownerId, quantity } = change;
  if (ownerId !== ourCompany) return undefined;
  const price = await offerPrice(read, { ownerId: from.ownerId, partId: from.partId, quantity });
  const { currency } = await getPartRow(read.db, from.partId);
  return price?.currency === currency ? price.unitPriceMinor * quantity : undefined;
}
