/**
 * Production lots of a part: finding one by the number on the package, and making the row of one that
 * is seen for the first time. A lot keeps the expiry it was given; what lies in it says the ledger.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../../platform/errors.ts';
import type { Read, Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';

/** A lot as the package names it. `expiresOn` is the last day it may be used, `YYYY-MM-DD`. */
export interface LotStatement {
  readonly partId: string;
  readonly lotNumber: string;
  readonly expiresOn?: string | null;
}

interface LotRow extends Record<string, unknown> {
  id: string;
  expires_on: string | null;
}

async function findLot(read: Read, { partId, lotNumber }: LotStatement): Promise<LotRow | null> {
  const rows = await read.db.execute<LotRow>(sql`
    select id, expires_on from lot
    where part_id = ${partId}::uuid and lot_number = ${lotNumber}`);
  return rows[0] ?? null;
}

/** The id of a part's lot of that number, or null when nobody has seen it. */
export async function lotIdOf(
  read: Read,
  partId: string,
  lotNumber: string,
): Promise<string | null> {
  return (await findLot(read, { partId, lotNumber }))?.id ?? null;
}

/** Holds a known lot against the day somebody read on a package; a day nobody knew yet is learnt. */
async function matchExpiry(work: Work, known: LotRow, said: LotStatement): Promise<string> {
  const given = said.expiresOn ?? null;
  if (given === null || given === known.expires_on) return known.id;
  const learnt = await work.db.execute(sql`
    update lot set expires_on = ${given}
    where id = ${known.id}::uuid and coalesce(expires_on, ${given}) = ${given}
    returning id`);
  if (learnt.length === 1) return known.id;
  const now = (await findLot(work, said))?.expires_on ?? known.expires_on;
  const { lotNumber } = said;
  throw inventoryErrors.error('lot-expiry-differs', { lotNumber, known: now, given });
}

/**
 * The id of the lot of that number, made if nobody has seen it. A known lot is not locked: many use
 * it at once.
 * @throws inventory.lot-expiry-differs when the lot is known with another expiry
 */
export async function addLot(work: Work, said: LotStatement): Promise<string> {
  const known = await findLot(work, said);
  if (known !== null) return matchExpiry(work, known, said);
  const made = await work.db.execute<{ id: string }>(sql`
    insert into lot (id, part_id, lot_number, expires_on)
    values (${work.newId()}, ${said.partId}, ${said.lotNumber}, ${said.expiresOn ?? null})
    on conflict (part_id, lot_number) do nothing returning id`);
  const id = made[0]?.id;
  if (id !== undefined) return id;
  // Somebody else made it in this moment: his row has committed, or the insert would still wait.
  const row = await findLot(work, said);
  invariant(row, 'a lot that could not be added is there');
  return matchExpiry(work, row, said);
}
