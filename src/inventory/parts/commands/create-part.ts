/** Adds one part to the part master. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { currency, moneyMinor, text } from '../../../platform/scalars.ts';
import { labelCode, trackingKind } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { insertPart } from '../store.ts';

const input = z
  .strictObject({
    partNumber: labelCode,
    nameEn: text(200).nullable().default(null),
    nameZh: text(200).nullable().default(null),
    category: text(80).nullable().default(null),
    unitOfMeasure: text(20).default('pcs'),
    tracking: trackingKind.default('none'),
    isRepairable: z.boolean().default(false),
    manufacturer: text(120).nullable().default(null),
    manufacturerPartNumber: text(80).nullable().default(null),
    costMinor: moneyMinor.nullable().default(null),
    priceMinor: moneyMinor.nullable().default(null),
    currency: currency.default('CNY'),
    leadTimeDays: z.int().min(0).max(3650).nullable().default(null),
    barcodes: z.array(labelCode).max(20).default([]),
  })
  .refine((part) => part.nameEn !== null || part.nameZh !== null, {
    path: ['nameEn'],
    error: 'name-required',
  });

export const createPart = defineCommand({
  name: 'parts.create',
  permission: 'parts.edit',
  summary: 'Adds one part to the part master.',
  input,
  output: z.strictObject({ partId: z.uuid() }),
  errors: ['inventory.part-number-taken', 'inventory.barcode-taken'],
  run: async (work, { barcodes, ...values }) => {
    work.refuseAs('part_number', async () =>
      inventoryErrors.error('part-number-taken', { partNumber: values.partNumber }),
    );
    work.refuseAs('part_barcode_pkey', async () => inventoryErrors.error('barcode-taken'));
    const partId = work.newId();
    work.about(`part:${partId}`);
    const row = { ...values, id: partId, createdAt: work.now, updatedAt: work.now };
    await insertPart(work.db, row, barcodes);
    return { partId };
  },
});
