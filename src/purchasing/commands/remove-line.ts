/** Takes a part out of a draft; whom it was for waits again. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { lineErrors } from '../command-errors.ts';
import { purchaseKey, purchaseMoved } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { dropLine } from '../lines.store.ts';
import { movedOf, noteLines, requireStep } from '../send.ts';
import { lockPurchase } from '../store.ts';

export const removePurchaseLine = defineCommand({
  name: 'purchasing.remove-line',
  permission: 'purchasing.manage',
  summary: 'Takes a part out of a draft order; what it was bought for is demand again.',
  input: z.strictObject({ ...purchaseKey, lineId: id }),
  output: purchaseMoved,
  errors: [...lineErrors, 'purchasing.unknown-line'],
  run: async (work, { purchaseOrderId, version, lineId }) => {
    const row = await lockPurchase(work, purchaseOrderId, version);
    requireStep(row, 'note-lines');
    if (!(await dropLine(work, row.id, lineId))) throw purchasingErrors.error('unknown-line');
    return movedOf(await noteLines(work, row));
  },
});
