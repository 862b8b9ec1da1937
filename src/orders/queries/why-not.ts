/** Why a part cannot be had: what is there, who holds it for what, and until when. */
import { z } from 'zod';
import { getPartRow, getSiteLocation } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { holderView } from '../contract.ts';
import { getOrderRow, orderIdOfLine } from '../store.ts';
import { holdingOf } from './holders.ts';

export const whyNot = defineQuery({
  name: 'orders.why-not',
  permission: 'orders.view',
  summary: 'What of a part is there, what of it is free, and who holds the rest until when.',
  input: z.strictObject({
    partId: id,
    locationId: id.nullable().default(null),
    /** The line that wants it: says which holders are less urgent. */
    lineId: id.nullable().default(null),
  }),
  output: z.strictObject({
    partNumber: z.string(),
    onHand: z.int(),
    held: z.int(),
    free: z.int(),
    holders: z.array(holderView),
  }),
  errors: [
    'inventory.unknown-part',
    'inventory.unknown-location',
    'orders.unknown-order',
    'orders.unknown-order-line',
  ],
  run: async (read, { partId, locationId, lineId }) => {
    const { partNumber } = await getPartRow(read.db, partId);
    if (locationId !== null) await getSiteLocation(read, locationId);
    const priority =
      lineId === null
        ? null
        : (await getOrderRow(read, await orderIdOfLine(read, lineId))).priority;
    const { holders, ...sums } = await holdingOf(read, { partId, locationId, priority });
    return { partNumber, ...sums, holders: [...holders] };
  },
});
