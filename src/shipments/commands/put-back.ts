/** Picked goods go back into a bin before they are packed, promised there again or free for others. */
import { z } from 'zod';
import { getSiteLocation } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { whereIs } from '../answer.ts';
import { shipmentErrors } from '../command-errors.ts';
import { movedShipment, shipmentInput } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { lockWithOrders } from '../lock-with-orders.ts';
import { findLines } from '../packing/find-lines.ts';
import { putBack } from '../packing/put-back.ts';
import { noteContents } from '../send.ts';

async function binOf(
  work: Work,
  siteId: string,
  asked: { readonly locationId: string | null; readonly staysPromised: boolean },
) {
  if (asked.locationId === null) return null;
  const bin = await getSiteLocation(work, asked.locationId);
  if (bin.siteId !== siteId) throw shipmentsErrors.error('bin-in-other-site', { bin: bin.code });
  if (asked.staysPromised && !bin.isAllocatable) {
    throw shipmentsErrors.error('bin-cannot-promise', { bin: bin.code });
  }
  return bin;
}

export const putGoodsBack = defineCommand({
  name: 'shipments.put-back',
  permission: 'shipments.work',
  summary:
    'Brings picked goods that are not packed back into a bin and takes them off the shipment.',
  input: z.strictObject({
    ...shipmentInput,
    lineIds: z.array(id).min(1).max(500),
    /** Null: each into the bin it was picked from. */
    locationId: id.nullable().default(null),
    /** Whether the goods stay promised to their order; false frees them for others. */
    staysPromised: z.boolean().default(true),
  }),
  output: movedShipment,
  errors: [
    ...shipmentErrors,
    'shipments.unknown-line',
    'shipments.is-packed',
    'shipments.bin-in-other-site',
    'shipments.bin-cannot-promise',
  ],
  run: async (work, { shipmentId, version, lineIds, locationId, staysPromised }) => {
    const row = await lockWithOrders(work, shipmentId, version);
    const open = await noteContents(work, row);
    const bin = await binOf(work, row.fromSiteId, { locationId, staysPromised });
    const lines = await findLines(work, shipmentId, lineIds);
    await putBack(work, open, { lines, bin, staysPromised });
    return whereIs(await noteContents(work, open));
  },
});
