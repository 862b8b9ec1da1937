/**
 * Ends an obligation without a return: it is given up with consent, or closed after it came back; and
 * what a vendor credits for it is noted, then or later.
 */
import { z } from 'zod';
import {
  approvalErrors,
  lockReturn,
  place,
  postEntry,
  postingErrors,
  requireApproval,
  sendToOwed,
  valueOf as stockValueOf,
} from '../../inventory/index.ts';
import { tell } from '../../orders/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { credit } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { closingColumns } from '../follow-owed.ts';
import { pileOfOwed } from '../list-goods.ts';
import { returnListing } from '../store.ts';

const owedErrors = ['inventory.unknown-return', 'inventory.event-not-allowed'] as const;

export const writeOffOwed = defineCommand({
  name: 'part-returns.write-off-owed',
  permission: 'part-returns.write-off',
  summary: 'Gives a defective part up that does not come back; its value is written off.',
  input: z.strictObject({ owedReturnId: id, reason: text(500) }),
  output: z.strictObject({ number: z.string(), entryId: id }),
  errors: [
    ...owedErrors,
    ...postingErrors,
    ...approvalErrors,
    'inventory.unknown-entry',
    'part-returns.on-another-return',
  ],
  run: async (work, { owedReturnId, reason }) => {
    const owed = await lockReturn(work, owedReturnId);
    work.about(`defective-return:${owed.id}`);
    const listing = await returnListing(work, owed.id);
    if (listing !== null) throw partReturnsErrors.error('on-another-return', { number: listing });
    const saved = await sendToOwed(
      work,
      owed,
      { type: 'write-off' },
      closingColumns(work, { reason, credit: null }),
    );
    const { partId, quantity, owedById: requestedById, number } = owed;
    const valueMinor = await stockValueOf(work, [{ partId, quantity }]);
    await requireApproval(work, { kind: 'scrap', requestedById, valueMinor });
    const { pile, serialId } = await pileOfOwed(work, owed);
    const to = { ...pile, locationId: place.scrap };
    const entryId = await postEntry(work, {
      kind: 'scrap',
      document: `defective-return:${number}`,
      reason,
      siteId: saved.siteId,
      lines: [{ from: pile, to, quantity, serialId, holdId: null }],
    });
    await tell(work, {
      personId: requestedById,
      about: `defective-return:${owed.id}`,
      key: 'owed-written-off',
      params: { number, by: work.actor.name },
    });
    return { number, entryId };
  },
});

export const closeOwed = defineCommand({
  name: 'part-returns.close-owed',
  permission: 'part-returns.inspect',
  summary: 'Closes a defective return that has come back, with what was found and credited.',
  input: z.strictObject({
    owedReturnId: id,
    note: text(500).nullable().default(null),
    credit: credit.nullable().default(null),
  }),
  output: z.strictObject({ number: z.string() }),
  errors: [...owedErrors],
  run: async (work, { owedReturnId, note, credit: credited }) => {
    const owed = await lockReturn(work, owedReturnId);
    work.about(`defective-return:${owed.id}`);
    const columns = closingColumns(work, { reason: note, credit: credited });
    await sendToOwed(work, owed, { type: 'close' }, columns);
    return { number: owed.number };
  },
});

export const noteOwedCredit = defineCommand({
  name: 'part-returns.note-credit',
  permission: 'part-returns.inspect',
  summary: 'Notes what a vendor credited for a defective part that is closed already.',
  input: z.strictObject({ owedReturnId: id, credit }),
  output: z.strictObject({ number: z.string() }),
  errors: [...owedErrors],
  run: async (work, { owedReturnId, credit: credited }) => {
    const owed = await lockReturn(work, owedReturnId);
    work.about(`defective-return:${owed.id}`);
    await sendToOwed(
      work,
      owed,
      { type: 'note-credit' },
      {
        creditMinor: credited.minor,
        creditCurrency: credited.currency,
        creditReference: credited.reference,
      },
    );
    return { number: owed.number };
  },
});
