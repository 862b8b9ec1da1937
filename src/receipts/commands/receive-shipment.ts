/** Takes a shipment in by its packing list: all of it, one box, or piece by piece as it is counted. */
import { z } from 'zod';
import { getSiteLocation } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { answerOf } from '../answer.ts';
import { countedLine, receivedGoods } from '../contract.ts';
import { allOf } from '../match.rules.ts';
import { arrivalErrors } from '../receipt-errors.ts';
import { receiveArrival } from '../receive-arrival.ts';

const counted = countedLine.omit({ expiresOn: true }).extend({
  isDamaged: z.boolean().default(false),
  /** What it lay there in place of. */
  expectedPartId: id.nullable().default(null),
  boxId: id.nullable().default(null),
});

export const receiveShipment = defineCommand({
  name: 'receipts.receive-shipment',
  permission: 'receipts.work',
  summary: 'Takes a shipment in by its packing list: all of it, one box, or what was counted.',
  input: z.strictObject({
    shipmentId: id,
    /** Where it arrived, if not where it was sent to. */
    siteId: id.nullable().default(null),
    /** Where everything goes; else to each line's own van, bench or bin, or to the dock. */
    locationId: id.nullable().default(null),
    /** Only what the list has in this box. */
    boxId: id.nullable().default(null),
    /** What was counted; without it the list is believed. */
    counted: z.array(counted).min(1).max(500).nullable().default(null),
  }),
  output: receivedGoods.extend({ taken: z.int(), missing: z.int(), state: z.string() }),
  errors: arrivalErrors,
  run: async (work, { shipmentId, siteId, locationId, boxId, counted: given }) => {
    const place = locationId === null ? null : await getSiteLocation(work, locationId);
    const arrived = await receiveArrival(work, {
      shipmentId,
      siteId: siteId ?? place?.siteId ?? null,
      locationId,
      chosen: given === null ? (lines) => allOf(lines, boxId) : null,
      counted: given ?? [],
      boxId,
    });
    const answer = await answerOf(work, arrived.receipt);
    const { taken, missing, shipment } = arrived;
    return { ...answer, taken, missing, state: shipment.state };
  },
});
