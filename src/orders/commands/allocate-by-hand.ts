/** A clerk says where the stock of a line comes from: the place, and if he likes the lot or the pieces. */
import { z } from 'zod';
import { conditionCode } from '../../inventory/contract.ts';
import { getSiteLocation } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import { answerOf } from '../allocation/answer.ts';
import { promiseByHand } from '../allocation/by-hand.ts';
import { allocateErrors } from '../command-errors.ts';
import { allocatedOutput, noteInput, orderInput } from '../contract.ts';
import { lockOrder } from '../store.ts';

export const allocateByHand = defineCommand({
  name: 'orders.allocate-by-hand',
  permission: 'orders.manage',
  summary: 'Promises stock of a place to a line; says who holds it when there is none.',
  input: z.strictObject({
    ...orderInput,
    lineId: id,
    locationId: id,
    /** A part that may stand in; the ordered one when null. */
    partId: id.nullable().default(null),
    condition: conditionCode.nullable().default(null),
    lotNumber: text(60).nullable().default(null),
    serialNumbers: z.array(text(100)).max(500).default([]),
    /** Pieces of the part that is given. */
    quantity,
    note: noteInput,
  }),
  output: allocatedOutput,
  errors: [
    ...allocateErrors,
    'inventory.unknown-location',
    'inventory.unknown-serial',
    'inventory.serial-required',
    'inventory.serial-not-tracked',
    'orders.unknown-order-line',
    'orders.part-does-not-cover',
    'orders.over-quantity',
    'orders.nothing-free',
    'orders.is-there-already',
  ],
  run: async (work, { orderId, version, lineId, locationId, ...choice }) => {
    const order = await lockOrder(work, orderId, version);
    const place = await getSiteLocation(work, locationId);
    const allocated = await promiseByHand(work, { order, lineId, place, ...choice });
    return answerOf(work, orderId, allocated);
  },
});
