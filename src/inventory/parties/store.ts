/** Reads the rows of parties. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import { inventoryErrors } from '../errors.ts';
import { party } from './tables.ts';

export type PartyRow = typeof party.$inferSelect;

/** The party. @throws inventory.unknown-party */
export async function getPartyRow(db: Database, partyId: string): Promise<PartyRow> {
  const [row] = await db.select().from(party).where(eq(party.id, partyId));
  if (row === undefined) throw inventoryErrors.error('unknown-party');
  return row;
}
