/** Moves stock from one location to another, within the caller's sites. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { effectiveInput, stockLineInput } from '../../contract.ts';
import { requireSiteLocation } from '../../sites/store.ts';
import { happenedAt } from '../effective-at.ts';
import { postEntry } from '../post-entry.ts';
import { periodErrors, postingErrors } from '../posting-errors.ts';
import { stockLines } from '../stock-lines.ts';

export const moveStock = defineCommand({
  name: 'stock.move',
  permission: 'stock.move',
  summary: 'Moves stock from one location to another.',
  input: stockLineInput.extend({ ...effectiveInput, toLocationId: id }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [...postingErrors, ...periodErrors, 'inventory.same-pile'],
  run: async (work, { locationId, toLocationId, effectiveAt, ...stock }) => {
    // Sent together; what is wrong with the places is still said first.
    const [, , lines] = await Promise.all([
      requireSiteLocation(work, locationId),
      requireSiteLocation(work, toLocationId),
      stockLines(work, stock, { from: locationId, to: toLocationId, mayBeNew: false }),
    ]);
    const entryId = await postEntry(work, {
      kind: 'move',
      document: null,
      reason: null,
      lines,
      ...happenedAt(effectiveAt),
    });
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
