/** Says what a supplier offers of a part: number, prices by quantity, pack, lead time, days. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { currency, id, moneyMinor, quantity, text } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { getPartyRow } from '../../../parties/store.ts';
import { inOrder, validity } from '../../part-views.ts';
import { lockPart } from '../../store.ts';
import { writeSupplierPart } from '../store.ts';
import { sells } from '../suppliers.rules.ts';

const input = z
  .strictObject({
    partId: id,
    supplierId: id,
    supplierPartNumber: text(80).nullable().default(null),
    currency: currency.default('CNY'),
    /** From so many base units on, one costs so much; each quantity once. */
    priceBreaks: z
      .array(z.strictObject({ fromQuantity: quantity, priceMinor: moneyMinor }))
      .max(20)
      .default([]),
    packSize: quantity.default(1),
    minimumOrder: quantity.default(1),
    leadTimeDays: z.int().min(0).max(3650).nullable().default(null),
    isPreferred: z.boolean().default(false),
    ...validity,
  })
  .refine(inOrder, { path: ['validTo'], error: 'invalid' })
  .refine(
    ({ priceBreaks }) =>
      new Set(priceBreaks.map((one) => one.fromQuantity)).size === priceBreaks.length,
    { path: ['priceBreaks'], error: 'invalid' },
  );

export const setSupplierPart = defineCommand({
  name: 'parts.set-supplier',
  permission: 'parts.edit',
  summary: 'Says what a supplier offers of a part; a preferred one takes the place of another.',
  input,
  output: z.strictObject({ supplierPartId: z.uuid() }),
  errors: ['inventory.unknown-part', 'inventory.unknown-party', 'inventory.not-a-supplier'],
  run: async (work, { partId, supplierId, ...values }) => {
    const supplier = await getPartyRow(work.db, supplierId);
    if (!sells(supplier)) throw inventoryErrors.error('not-a-supplier', { code: supplier.code });
    await lockPart(work, partId);
    work.about(`part:${partId}`);
    return { supplierPartId: await writeSupplierPart(work, { partId, supplierId }, values) };
  },
});
