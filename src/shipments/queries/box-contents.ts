/** What lies in a box by the number on it, and to which shipment it belongs. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { text } from '../../platform/scalars.ts';
import { shipmentLineView } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { selectLineViews } from './shipment-lines.ts';
import { visible } from './shipment-summaries.ts';

type Row = Record<string, unknown> & {
  shipmentId: string;
  shipmentNumber: string;
  boxNumber: string;
  handlingUnitId: string;
  weightGrams: number | null;
  state: string;
};

export const boxContents = defineQuery({
  name: 'shipments.box-contents',
  permission: 'shipments.view',
  summary: 'What lies in a box of a shipment, by the number on its label.',
  input: z.strictObject({ boxNumber: text(40) }),
  output: z.strictObject({
    boxNumber: z.string(),
    shipmentId: z.uuid(),
    shipmentNumber: z.string(),
    shipmentState: z.string(),
    weightGrams: z.int().nullable(),
    contents: z.array(shipmentLineView),
  }),
  errors: ['shipments.unknown-box'],
  run: async (read, { boxNumber }) => {
    // A box that travelled more than once belongs to the shipment it was last put into.
    const rows = await read.db.execute<Row>(sql`
      select s.id as "shipmentId", s.number as "shipmentNumber", s.state, b.box_number as "boxNumber",
             b.handling_unit_id as "handlingUnitId", b.weight_grams as "weightGrams"
      from shipment_box b join shipment s on s.id = b.shipment_id
      where b.box_number = upper(${boxNumber}) and ${visible(read)}
      order by (b.released_at is null) desc, b.added_at desc
      limit 1`);
    const box = rows[0];
    if (box === undefined) throw shipmentsErrors.error('unknown-box', { box: boxNumber });
    const contents = await selectLineViews(
      read,
      sql`l.shipment_id = ${box.shipmentId}::uuid and l.handling_unit_id = ${box.handlingUnitId}::uuid`,
    );
    const { shipmentId, shipmentNumber, state: shipmentState, weightGrams } = box;
    return {
      ...{ boxNumber: box.boxNumber, shipmentId, shipmentNumber, shipmentState, weightGrams },
      contents,
    };
  },
});
