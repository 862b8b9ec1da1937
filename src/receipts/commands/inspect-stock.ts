/** Says what an inspection of unverified goods found: they become good, new or defective where they lie. */
import { z } from 'zod';
import { getSiteLocation, postEntry, stockLines } from '../../inventory/index.ts';
import { feedBackorders } from '../../orders/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { countedLine } from '../contract.ts';
import { recordReceiptErrors } from '../receipt-errors.ts';

export const inspectStock = defineCommand({
  name: 'receipts.inspect',
  permission: 'receipts.work',
  summary: 'Says what an inspection of unverified goods found.',
  input: countedLine.omit({ expiresOn: true }).extend({
    locationId: id,
    found: z.enum(['new', 'good', 'defective']),
    reason: text(500),
  }),
  output: z.strictObject({ entryId: id }),
  errors: recordReceiptErrors,
  run: async (work, { locationId, found, reason, ...stock }) => {
    const at = await getSiteLocation(work, locationId);
    const places = { from: at.id, to: at.id, mayBeNew: false };
    const unverified = { ...stock, condition: 'unverified' as const };
    const lines = (await stockLines(work, unverified, places)).map((line) => {
      return { ...line, to: { ...line.to, condition: found } };
    });
    const document = `location:${at.id}`;
    const entryId = await postEntry(work, { kind: 'move', document, reason, lines });
    work.about(`entry:${entryId}`);
    if (found !== 'defective') {
      await feedBackorders(
        work,
        lines.map(({ to: pile, quantity }) => ({ pile, quantity })),
      );
    }
    return { entryId };
  },
});
