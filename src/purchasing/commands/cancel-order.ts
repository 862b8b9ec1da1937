/** Cancels what a supplier has not delivered: some lines, or everything that is still to come. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { purchaseErrors } from '../command-errors.ts';
import { purchaseKey, purchaseMoved, reasonInput } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { changeLines, linesOf } from '../lines.store.ts';
import { movedOf, requireStep, sendToPurchase } from '../send.ts';
import { lockPurchase } from '../store.ts';

export const cancelPurchase = defineCommand({
  name: 'purchasing.cancel',
  permission: 'purchasing.manage',
  summary: 'Cancels what has not been delivered: some lines, or everything still to come.',
  input: z.strictObject({
    ...purchaseKey,
    /** Null: all that is still to come. */
    lineIds: z.array(id).min(1).max(500).nullable().default(null),
    reason: reasonInput,
  }),
  output: purchaseMoved,
  errors: [...purchaseErrors, 'purchasing.unknown-line', 'purchasing.quantity-is-to-come'],
  run: async (work, { purchaseOrderId, version, lineIds, reason }) => {
    const row = await lockPurchase(work, purchaseOrderId, version);
    requireStep(row, 'cancel');
    const lines = await linesOf(work, row.id);
    const chosen = lines.filter(({ id: lineId }) => lineIds?.includes(lineId) ?? true);
    if (lineIds !== null && chosen.length < new Set(lineIds).size) {
      throw purchasingErrors.error('unknown-line');
    }
    const open = chosen.map(({ id: lineId, quantity, received, cancelled }) => {
      return { lineId, cancelled, rest: quantity - received - cancelled };
    });
    await changeLines(
      work,
      open.map(({ lineId, cancelled, rest }) => ({ lineId, cancelled: cancelled + rest })),
    );
    const quantity = open.reduce((sum, { rest }) => sum + rest, 0);
    const noted = { cancelReason: reason };
    return movedOf(await sendToPurchase(work, row, { type: 'cancel', quantity }, noted));
  },
});
