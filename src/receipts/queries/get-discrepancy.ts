/** One discrepancy: what was decided, what may be decided now and by whom, and who could own it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { DomainError } from '../../platform/errors.ts';
import { advance, offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import {
  discrepancyView,
  offeredOutcome,
  type SettlementView,
  settlementView,
} from '../contract.ts';
import { discrepancyFlow } from '../discrepancy.machine.ts';
import { type DiscrepancyRow, getDiscrepancyRow } from '../discrepancy.store.ts';
import type { Outcome } from '../discrepancy.vocabulary.ts';
import { receiptsErrors } from '../errors.ts';
import { selectDiscrepancies } from './list-discrepancies.ts';

const colleague = z.strictObject({ id, name: z.string() });

async function settlementsOf(read: Read, discrepancyId: string): Promise<SettlementView[]> {
  const rows = await read.db.execute<SettlementView & Record<string, unknown>>(sql`
    select outcome, quantity, reason, entry_id as "entryId", settled_by_name as "settledByName",
           settled_at as "settledAt"
    from discrepancy_settlement where discrepancy_id = ${discrepancyId}::uuid
    order by settled_at, id limit 200`);
  return rows.map((row) => ({ ...row, settledAt: new Date(row.settledAt).toISOString() }));
}

/** Why the reader himself may not decide so although somebody may; null when he may. */
function refusalFor(read: Read, row: DiscrepancyRow, type: Outcome): string | null {
  const byReceiver = row.reportedById === read.actor.id;
  try {
    advance(discrepancyFlow, storedOf(row), { type, isAll: true, byReceiver });
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Whoever works as a clerk or approves, at one of the two sites or everywhere. */
async function colleaguesOf(read: Read, sites: readonly (string | null)[]) {
  const ids = JSON.stringify(sites.filter((siteId) => siteId !== null));
  const rows = await read.db.execute<z.infer<typeof colleague>>(sql`
    select distinct p.id, p.display_name as name
    from person p join person_role held on held.person_id = p.id
    where p.disabled_at is null and held.role in ('clerk', 'approver', 'administrator')
      and (held.site_id is null
           or held.site_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid))
    order by p.display_name limit 200`);
  return [...rows];
}

export const getDiscrepancy = defineQuery({
  name: 'receipts.get-discrepancy',
  permission: 'receipts.view',
  summary: 'One discrepancy with its decisions, the ways out it has now, and who could own it.',
  input: z.strictObject({ discrepancyId: id }),
  output: discrepancyView.extend({
    settlements: z.array(settlementView),
    outcomes: z.array(offeredOutcome),
    colleagues: z.array(colleague),
  }),
  errors: ['receipts.unknown-discrepancy'],
  run: async (read, { discrepancyId }) => {
    const row = await getDiscrepancyRow(read, discrepancyId);
    const found = await selectDiscrepancies(read, sql`d.id = ${discrepancyId}::uuid`, sql`limit 1`);
    const [view] = found.discrepancies;
    if (view === undefined) throw receiptsErrors.error('unknown-discrepancy');
    const outcomes = offeredEvents(discrepancyFlow, storedOf(row)).map((offer) => {
      const refusal = offer.allowed ? refusalFor(read, row, offer.event) : offer.refusal;
      return { outcome: offer.event, allowed: refusal === null, refusal };
    });
    return {
      ...view,
      settlements: await settlementsOf(read, discrepancyId),
      outcomes,
      colleagues: await colleaguesOf(read, [row.siteId, row.fromSiteId]),
    };
  },
});
