/** Gives up a draft; what it would have bought is demand again. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { purchaseErrors } from '../command-errors.ts';
import { purchaseKey, purchaseMoved } from '../contract.ts';
import { movedOf, sendToPurchase } from '../send.ts';
import { lockPurchase } from '../store.ts';

export const discardPurchaseOrder = defineCommand({
  name: 'purchasing.discard',
  permission: 'purchasing.manage',
  summary: 'Gives up a draft order; what it would have bought is demand again.',
  input: z.strictObject(purchaseKey),
  output: purchaseMoved,
  errors: purchaseErrors,
  run: async (work, { purchaseOrderId, version }) => {
    const row = await lockPurchase(work, purchaseOrderId, version);
    return movedOf(await sendToPurchase(work, row, { type: 'discard' }));
  },
});
