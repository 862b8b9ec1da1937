/** Says that stock belongs to somebody else from now on: consignment bought, or handed over. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { pileChangeInput } from '../../contract.ts';
import { valueWhenBought } from '../../costs/payables.store.ts';
import { inventoryErrors } from '../../errors.ts';
import { getPartyRow } from '../../parties/store.ts';
import { getPile } from '../pile-of-row.ts';
import { postEntry } from '../post-entry.ts';
import { postingErrors } from '../posting-errors.ts';
import { linesBetween } from '../stock-lines.ts';

export const changeOwner = defineCommand({
  name: 'stock.change-owner',
  permission: 'stock.adjust',
  summary: 'Makes stock of a pile belong to another partner, where it lies, with a reason.',
  input: z.strictObject({ ...pileChangeInput, ownerId: id, reason: text(400) }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [
    ...postingErrors,
    'inventory.unknown-pile',
    'inventory.unknown-party',
    'inventory.same-owner',
  ],
  run: async (work, { bucketId, ownerId, reason, ...said }) => {
    const from = await getPile(work, bucketId);
    const owner = await getPartyRow(work.db, ownerId);
    if (from.ownerId === owner.id) throw inventoryErrors.error('same-owner');
    const valueMinor = await valueWhenBought(work, { from, ownerId, quantity: said.quantity });
    const to = { ...from, ownerId: owner.id };
    const lines = await linesBetween(work, { from, to }, { ...said, valueMinor });
    const entryId = await postEntry(work, { kind: 'move', document: null, reason, lines });
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
