/** Takes away what a supplier offers of a part. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { deleteSupplierPart } from '../store.ts';

export const removeSupplierPart = defineCommand({
  name: 'parts.remove-supplier',
  permission: 'parts.edit',
  summary: 'Takes away what a supplier offers of a part.',
  input: z.strictObject({ partId: id, supplierId: id }),
  output: z.strictObject({ partId: z.uuid() }),
  errors: ['inventory.unknown-supplier-part'],
  run: async (work, key) => {
    work.about(`part:${key.partId}`);
    const had = await deleteSupplierPart(work, key);
    if (!had) throw inventoryErrors.error('unknown-supplier-part');
    return { partId: key.partId };
  },
});
