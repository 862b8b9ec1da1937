/** Says that stock is in another condition than recorded: to quarantine and back, tested, found bad. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { conditionCode, pileChangeInput } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { getPile } from '../pile-of-row.ts';
import { postEntry } from '../post-entry.ts';
import { postingErrors } from '../posting-errors.ts';
import { linesBetween } from '../stock-lines.ts';

export const changeCondition = defineCommand({
  name: 'stock.change-condition',
  permission: 'stock.move',
  summary: 'Puts stock of a pile into another condition, where it lies, with a reason.',
  input: z.strictObject({ ...pileChangeInput, condition: conditionCode, reason: text(400) }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [...postingErrors, 'inventory.unknown-pile', 'inventory.same-condition'],
  run: async (work, { bucketId, condition, reason, ...said }) => {
    const from = await getPile(work, bucketId);
    if (from.condition === condition) throw inventoryErrors.error('same-condition');
    const lines = await linesBetween(work, { from, to: { ...from, condition } }, said);
    const entryId = await postEntry(work, { kind: 'move', document: null, reason, lines });
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
