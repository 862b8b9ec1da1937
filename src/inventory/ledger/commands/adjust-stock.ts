/** Corrects what a location holds, up or down, with a reason; the other side is the count difference. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { effectiveInput, stockLineInput } from '../../contract.ts';
import { place } from '../../places.ts';
import { getSiteLocation } from '../../sites/store.ts';
import { happenedAt } from '../effective-at.ts';
import { postEntry } from '../post-entry.ts';
import { periodErrors, postingErrors } from '../posting-errors.ts';
import { stockLines } from '../stock-lines.ts';

export const adjustStock = defineCommand({
  name: 'stock.adjust',
  permission: 'stock.adjust',
  summary: 'Corrects what a location holds, with a reason.',
  input: stockLineInput.extend({
    ...effectiveInput,
    direction: z.enum(['up', 'down']),
    reason: text(400),
  }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [...postingErrors, ...periodErrors],
  run: async (work, { locationId, direction, reason, effectiveAt, ...stock }) => {
    const { id } = await getSiteLocation(work, locationId);
    const up = direction === 'up';
    const [from, to] = up ? [place.countDifference, id] : [id, place.countDifference];
    const lines = await stockLines(work, stock, { from, to, mayBeNew: up });
    const entryId = await postEntry(work, {
      kind: 'adjustment',
      document: null,
      reason,
      lines,
      ...happenedAt(effectiveAt),
    });
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
