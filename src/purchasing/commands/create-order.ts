/** Opens an empty draft order to a supplier, for what a buyer puts together by hand. */
import { z } from 'zod';
import { getPartyRow, getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { startFlow } from '../../platform/flow.ts';
import { currency, id } from '../../platform/scalars.ts';
import { purchaseMoved } from '../contract.ts';
import { purchasingErrors } from '../errors.ts';
import { purchaseFlow } from '../purchase.machine.ts';
import { movedOf } from '../send.ts';
import { addPurchase } from '../store.ts';

export const createPurchaseOrder = defineCommand({
  name: 'purchasing.create-order',
  permission: 'purchasing.manage',
  summary: 'Opens an empty draft order to a supplier, for one site and in one currency.',
  input: z.strictObject({ supplierId: id, siteId: id, currency: currency.default('CNY') }),
  output: purchaseMoved,
  errors: [
    'inventory.unknown-party',
    'inventory.unknown-site',
    'purchasing.not-a-supplier',
    'purchasing.supplier-is-retired',
  ],
  run: async (work, input) => {
    const { kind, code, retiredAt } = await getPartyRow(work.db, input.supplierId);
    if (kind !== 'supplier' && kind !== 'repairer') {
      throw purchasingErrors.error('not-a-supplier', { code });
    }
    if (retiredAt !== null) throw purchasingErrors.error('supplier-is-retired', { code });
    await getSite(work, input.siteId);
    const { stored } = startFlow(purchaseFlow, {});
    const row = await addPurchase(work, input, stored);
    work.about(`purchase-order:${row.id}`);
    return movedOf(row);
  },
});
