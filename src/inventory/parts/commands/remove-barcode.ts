/** Takes a further code from a part. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { barcodeText } from '../part-views.ts';
import { deleteBarcode } from '../store.ts';

export const removeBarcode = defineCommand({
  name: 'parts.remove-barcode',
  permission: 'parts.edit',
  summary: 'Takes a further code from a part.',
  input: z.strictObject({ partId: id, code: barcodeText }),
  output: z.strictObject({ code: z.string() }),
  errors: ['inventory.unknown-barcode'],
  run: async (work, { partId, code }) => {
    work.about(`part:${partId}`);
    const had = await deleteBarcode(work, partId, code);
    if (!had) throw inventoryErrors.error('unknown-barcode', { code });
    return { code };
  },
});
