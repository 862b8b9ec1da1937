/** One adjustment or scrapping with its proofs, and what may be done now; also what a certificate says. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../../platform/flow.ts';
import { storedOf } from '../../../platform/flow-row.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { countsErrors } from '../../errors.ts';
import { iso } from '../../queries/count-summaries.ts';
import { changeView, type proofSummary } from '../contract.ts';
import { stockChangeFlow } from '../stock-change.machine.ts';
import { getChangeRow } from '../store.ts';
import { selectChanges } from './change-rows.ts';

type Proof = z.infer<typeof proofSummary>;

async function proofsOf(read: Read, changeId: string): Promise<Proof[]> {
  const rows = await read.db.execute<Record<string, unknown> & Proof>(sql`
    select id as "proofId", file_name as "fileName", media_type as "mediaType",
           octet_length(content) as bytes, sha256, added_at as "addedAt",
           added_by_name as "addedByName"
    from change_proof where change_id = ${changeId}::uuid order by added_at, id`);
  return [...rows].map((row) => ({ ...row, addedAt: iso(row.addedAt) }));
}

export const getStockChange = defineQuery({
  name: 'stock-changes.get',
  permission: 'counts.view',
  summary: 'One adjustment or scrapping with everything its record says.',
  input: z.strictObject({ changeId: id }),
  output: changeView,
  errors: ['counts.unknown-change'],
  run: async (read, { changeId }) => {
    const row = await getChangeRow(read, changeId);
    const [{ changes }, proofs] = await Promise.all([
      selectChanges(read, sql`c.id = ${changeId}::uuid`, { limit: 1, offset: 0 }),
      proofsOf(read, changeId),
    ]);
    const [summary] = changes;
    if (summary === undefined) throw countsErrors.error('unknown-change');
    return {
      ...summary,
      version: row.version,
      note: row.note,
      decisionNote: row.decisionNote,
      entryId: row.entryId,
      isOwn: row.requestedById === read.actor.id,
      proofs,
      events: offeredEvents(stockChangeFlow, storedOf(row)).map((offered) => ({
        event: offered.event,
        allowed: offered.allowed,
        refusal: offered.allowed ? null : offered.refusal,
      })),
    };
  },
});
