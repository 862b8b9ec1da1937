/** Gives a part a further code: the maker's number on the box, an EAN. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { barcodeText } from '../part-views.ts';
import { getPartRow, insertBarcode } from '../store.ts';
import { refuseTakenCodes } from '../taken-codes.ts';

export const addBarcode = defineCommand({
  name: 'parts.add-barcode',
  permission: 'parts.edit',
  summary: 'Gives a part a further code that means it when scanned.',
  input: z.strictObject({ partId: id, code: barcodeText }),
  output: z.strictObject({ code: z.string() }),
  errors: ['inventory.unknown-part', 'inventory.barcode-taken'],
  run: async (work, { partId, code }) => {
    const { partNumber } = await getPartRow(work.db, partId);
    refuseTakenCodes(work, partNumber, [code]);
    work.about(`part:${partId}`);
    await insertBarcode(work, partId, code);
    return { code };
  },
});
