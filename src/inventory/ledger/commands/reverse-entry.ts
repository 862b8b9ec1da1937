/** Undoes a stock correction, move or receipt, once, with a reason. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { findEntry } from '../entries.ts';
import { postingErrors, reversalErrors } from '../posting-errors.ts';
import { standsAlone } from '../reversal.rules.ts';
import { reverseEntry } from '../reverse-entry.ts';

export const reverseStockEntry = defineCommand({
  name: 'stock.reverse',
  permission: 'stock.adjust',
  summary: 'Undoes a stock correction, move or receipt, once, with a reason.',
  input: z.strictObject({ entryId: id, reason: text(400) }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [...postingErrors, ...reversalErrors, 'inventory.reversal-blocked'],
  run: async (work, input) => {
    const found = await findEntry(work, input.entryId);
    if (!standsAlone(found)) {
      throw inventoryErrors.error('reversal-blocked', { document: found.document });
    }
    const entryId = await reverseEntry(work, input.entryId, input.reason);
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
