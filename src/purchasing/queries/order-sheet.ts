/** What the paper of an order says: unchanged from the moment it was sent. */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { purchaseSheet } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { getPurchaseRow } from '../store.ts';

export const getPurchaseSheet = defineQuery({
  name: 'purchasing.sheet',
  permission: 'purchasing.view',
  summary: 'What the paper of a purchase order says; unchanged from the moment it was sent.',
  input: z.strictObject({ purchaseOrderId: id }),
  output: purchaseSheet,
  errors: ['purchasing.unknown-purchase-order', 'purchasing.not-sent-yet'],
  run: async (read, { purchaseOrderId }) => {
    const { sheet, number } = await getPurchaseRow(read, purchaseOrderId);
    if (sheet === null) throw purchasingErrors.error('not-sent-yet', { number });
    return purchaseSheet.parse(sheet);
  },
});
