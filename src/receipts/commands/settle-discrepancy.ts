/** Decides what becomes of pieces that did not come as they should: one decision, one transaction. */
import { z } from 'zod';
import { conditionCode } from '../../inventory/contract.ts';
import { approvalErrors } from '../../inventory/index.ts';
import { lockAllocations } from '../../orders/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { lockShipment } from '../../shipments/index.ts';
import { aboardOf } from '../arrival.store.ts';
import { outcome } from '../contract.ts';
import { getDiscrepancyRow, lockDiscrepancy } from '../discrepancy.store.ts';
import { discrepancyHandlers } from '../discrepancy-effects.ts';
import { everywhere } from '../everywhere.ts';
import { arrivalErrors, discrepancyErrors } from '../receipt-errors.ts';
import { asked, decide, judge } from '../settle.ts';

/** Documents are locked from the order down, so the shipment comes before its discrepancy. */
async function lockAbove(work: Work, document: string | null): Promise<void> {
  const aboard = await aboardOf(work, document);
  if (aboard === null) return;
  await lockAllocations(everywhere(work), aboard.allocationIds);
  await lockShipment(everywhere(work), aboard.shipmentId);
}

export const settleDiscrepancy = defineCommand({
  name: 'receipts.settle-discrepancy',
  permission: 'receipts.resolve',
  summary: 'Decides what becomes of pieces of a discrepancy, and posts what follows from it.',
  input: z.strictObject({
    discrepancyId: id,
    version: z.int().nullable().default(null),
    outcome: outcome.exclude(['tolerate']),
    /** So many of the open pieces; all of them when left out. */
    quantity: quantity.nullable().default(null),
    reason: text(500),
    /** What accepted pieces become, if not what they were meant to be. */
    condition: conditionCode.exclude(['quarantine']).nullable().default(null),
  }),
  output: z.strictObject({
    id,
    version: z.int(),
    state: z.string(),
    open: z.int(),
    entryId: id.nullable(),
  }),
  errors: [...arrivalErrors, ...discrepancyErrors, ...approvalErrors],
  run: async (work, { discrepancyId, version, reason, condition, ...wish }) => {
    const seen = await getDiscrepancyRow(work, discrepancyId);
    await lockAbove(work, seen.document);
    const row = await lockDiscrepancy(work, discrepancyId, version);
    work.about(`discrepancy:${row.id}`);
    const count = wish.quantity ?? row.quantity - row.settled;
    const decision = { outcome: wish.outcome, quantity: Math.max(count, 1), reason };
    const effects = asked(judge(work, row, decision));
    let entryId: string | null = null;
    for (const effect of effects) {
      const on = { row, quantity: decision.quantity, reason, condition };
      entryId = (await discrepancyHandlers[effect](work, on)) ?? entryId;
    }
    // What came after all was settled by the receipt that took it in.
    if (!effects.includes('takeIn')) await decide(work, row, { ...decision, entryId });
    const saved = await getDiscrepancyRow(work, row.id);
    const open = saved.quantity - saved.settled;
    return { id: row.id, version: saved.version, state: saved.state, open, entryId };
  },
});
