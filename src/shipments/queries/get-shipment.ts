/** One shipment with everything a page about it shows; what may be done now comes from its flow. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { shipmentView } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { shipmentFlow } from '../shipment.machine.ts';
import { getShipmentRow } from '../store.ts';
import { selectLineViews } from './shipment-lines.ts';
import { boxViews, lossViews, shipmentHistory } from './shipment-parts.ts';
import { selectShipments } from './shipment-summaries.ts';

export const getShipment = defineQuery({
  name: 'shipments.get',
  permission: 'shipments.view',
  summary: 'One shipment with its lines, boxes, losses, history and the steps possible now.',
  input: z.strictObject({ shipmentId: id }),
  output: shipmentView,
  errors: ['shipments.unknown-shipment'],
  run: async (read, { shipmentId }) => {
    const row = await getShipmentRow(read, shipmentId);
    const only = { limit: 1, offset: 0 };
    const [summary] = (await selectShipments(read, sql`s.id = ${shipmentId}::uuid`, only))
      .shipments;
    if (summary === undefined) throw shipmentsErrors.error('unknown-shipment');
    const { version, shipTo, note, laneId, createdByName, shippedByName } = row;
    return {
      ...summary,
      ...{ version, shipTo, note, laneId, createdByName, shippedByName },
      contents: await selectLineViews(read, sql`l.shipment_id = ${shipmentId}::uuid`),
      boxList: await boxViews(read, shipmentId),
      losses: await lossViews(read, shipmentId),
      events: offeredEvents(shipmentFlow, storedOf(row)).map((offer) => ({
        event: offer.event,
        allowed: offer.allowed,
        refusal: offer.allowed ? null : offer.refusal,
      })),
      timeline: await shipmentHistory(read, shipmentId),
    };
  },
});
