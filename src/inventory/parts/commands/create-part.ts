/** Adds one part to the part master. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { labelCode } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { barcodeText, partWords } from '../part-views.ts';
import { insertPart } from '../store.ts';
import { refuseTakenCodes } from '../taken-codes.ts';

const input = z
  .strictObject({
    partNumber: labelCode,
    ...partWords,
    barcodes: z.array(barcodeText).max(20).default([]),
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
    const { partNumber } = values;
    work.refuseAs('part_number', async () =>
      inventoryErrors.error('part-number-taken', { partNumber }),
    );
    refuseTakenCodes(work, partNumber, barcodes);
    const partId = work.newId();
    work.about(`part:${partId}`);
    const row = { ...values, id: partId, createdAt: work.now, updatedAt: work.now };
    await insertPart(work.db, row, barcodes);
    return { partId };
  },
});
