/** A defective part that was owed has come back: it moves to where the clerk puts it, the debt ends. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { postEntry } from '../../ledger/post-entry.ts';
import type { Pile } from '../../ledger/posting.rules.ts';
import { postingErrors } from '../../ledger/posting-errors.ts';
import { getSiteLocation } from '../../sites/store.ts';
import { isOwed } from '../owed.rules.ts';
import { lockReturn, pileOfRemoval, sendToOwed } from '../store.ts';

export const receiveDefective = defineCommand({
  name: 'returns.receive-defective',
  permission: 'returns.receive',
  summary: 'Takes a defective part back into a location and ends the debt.',
  input: z.strictObject({ returnId: id, locationId: id }),
  output: z.strictObject({ entryId: id, number: z.string() }),
  errors: [
    ...postingErrors,
    'inventory.unknown-return',
    'inventory.return-already-closed',
    'inventory.event-not-allowed',
  ],
  run: async (work, { returnId, locationId }) => {
    const owed = await lockReturn(work, returnId);
    work.about(`defective-return:${returnId}`);
    if (!isOwed(owed)) {
      throw inventoryErrors.error('return-already-closed', { number: owed.number });
    }
    const to = await getSiteLocation(work, locationId);
    const lying = await pileOfRemoval(work, owed.removalEntryId);
    if (lying === null) throw inventoryErrors.error('unknown-entry');
    const at = (locationId: string): Pile => ({
      partId: owed.partId,
      locationId,
      condition: 'defective',
      ownerId: lying.owner_id,
      lotId: lying.lot_id,
      handlingUnitId: null,
    });
    const line = {
      from: at(lying.location_id),
      to: at(to.id),
      quantity: owed.quantity,
      serialId: lying.serial_id,
      holdId: null,
    };
    const document = `defective-return:${owed.number}`;
    const entryId = await postEntry(work, { kind: 'move', document, reason: null, lines: [line] });
    const back = { closingEntryId: entryId, returnedAt: work.now };
    await sendToOwed(work, owed, { type: 'arrive' }, back);
    return { entryId, number: owed.number };
  },
});
