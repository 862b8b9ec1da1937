/** Moves stock from one location to another, within the caller's sites. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { stockLineInput } from '../../contract.ts';
import { getSiteLocation } from '../../sites/store.ts';
import { postEntry } from '../post-entry.ts';
import { postingErrors } from '../posting-errors.ts';
import { stockLines } from '../stock-lines.ts';

export const moveStock = defineCommand({
  name: 'stock.move',
  permission: 'stock.move',
  summary: 'Moves stock from one location to another.',
  input: stockLineInput.extend({ toLocationId: id }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [...postingErrors, 'inventory.same-pile'],
  run: async (work, { locationId, toLocationId, ...stock }) => {
    const from = await getSiteLocation(work, locationId);
    const to = await getSiteLocation(work, toLocationId);
    const lines = await stockLines(work, stock, { from: from.id, to: to.id, mayBeNew: false });
    const entryId = await postEntry(work, { kind: 'move', document: null, reason: null, lines });
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
