/** Takes stock in from a supplier into a location of a site. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { effectiveInput, stockLineInput } from '../../contract.ts';
import { quantityInBase } from '../../parts/units/quantity-in.ts';
import { place } from '../../places.ts';
import { getSiteLocation } from '../../sites/store.ts';
import { happenedAt } from '../effective-at.ts';
import { postEntry } from '../post-entry.ts';
import { periodErrors, postingErrors } from '../posting-errors.ts';
import { stockLines } from '../stock-lines.ts';

export const receiveStock = defineCommand({
  name: 'stock.receive',
  permission: 'stock.receive',
  summary: 'Takes stock in from a supplier into a location.',
  input: stockLineInput.extend({
    ...effectiveInput,
    /** A unit of the part that the quantity is said in; null is the base unit. */
    unit: text(20).nullable().default(null),
    reference: text(100).nullable().default(null),
  }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [
    ...postingErrors,
    ...periodErrors,
    'inventory.unknown-unit',
    'inventory.not-whole-units',
  ],
  run: async (work, { locationId, reference, effectiveAt, unit, ...said }) => {
    const to = await getSiteLocation(work, locationId);
    const quantity = await quantityInBase(work, { ...said, unit });
    const stock = { ...said, quantity };
    const places = { from: place.supplier, to: to.id, mayBeNew: true };
    const lines = await stockLines(work, stock, places);
    const document = reference === null ? null : `receipt:${reference}`;
    const entryId = await postEntry(work, {
      kind: 'receipt',
      document,
      reason: null,
      lines,
      ...happenedAt(effectiveAt),
    });
    work.about(`entry:${entryId}`);
    return { entryId };
  },
});
