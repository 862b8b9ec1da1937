/** Reads and writes the rows of parties. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { party } from './tables.ts';

export type PartyRow = typeof party.$inferSelect;

/** The party. @throws inventory.unknown-party */
export async function getPartyRow(db: Database, partyId: string): Promise<PartyRow> {
  const [row] = await db.select().from(party).where(eq(party.id, partyId));
  if (row === undefined) throw inventoryErrors.error('unknown-party');
  return row;
}

/** Adds a party and answers its id. */
export async function addParty(
  work: Work,
  values: Omit<typeof party.$inferInsert, 'id' | 'createdAt'>,
): Promise<string> {
  const partyId = work.newId();
  await work.db.insert(party).values({ ...values, id: partyId, createdAt: work.now });
  return partyId;
}
