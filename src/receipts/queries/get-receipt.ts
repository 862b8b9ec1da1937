/** One receipt with everything that came in under it and what was wrong with it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import {
  discrepancyView,
  type ReceiptLineView,
  receiptLineView,
  receiptView,
} from '../contract.ts';
import { receiptsErrors } from '../errors.ts';
import { selectDiscrepancies } from './list-discrepancies.ts';
import { selectReceipts } from './list-receipts.ts';

export const getReceipt = defineQuery({
  name: 'receipts.get-receipt',
  permission: 'receipts.view',
  summary: 'One receipt with its lines and its discrepancies.',
  input: z.strictObject({ receiptId: id }),
  output: receiptView.extend({
    shipmentId: id.nullable(),
    receivedLines: z.array(receiptLineView),
    discrepancies: z.array(discrepancyView),
  }),
  errors: ['receipts.unknown-receipt'],
  run: async (read, { receiptId }) => {
    const { receipts } = await selectReceipts(read, sql`r.id = ${receiptId}::uuid`, sql`limit 1`);
    const [head] = receipts;
    if (head === undefined) throw receiptsErrors.error('unknown-receipt');
    const rows = await read.db.execute<ReceiptLineView & Record<string, unknown>>(sql`
      select l.id, part.id as "partId", part.part_number as "partNumber",
             part.name_en as "nameEn", part.name_zh as "nameZh",
             part.unit_of_measure as "unitOfMeasure", part.tracking, l.quantity, l.condition,
             place.code as "locationCode", lot.lot_number as "lotNumber",
             lot.expires_on as "expiresOn", l.serial_numbers as "serialNumbers",
             box.number as "boxNumber", l.entry_id as "entryId", l.received_at as "receivedAt"
      from receipt_line l
      join part on part.id = l.part_id
      join location place on place.id = l.location_id
      left join lot on lot.id = l.lot_id
      left join handling_unit box on box.id = l.handling_unit_id
      where l.receipt_id = ${receiptId}::uuid
      order by l.seq limit 2000`);
    const { discrepancies } = await selectDiscrepancies(
      read,
      sql`d.receipt_id = ${receiptId}::uuid`,
      sql`limit 200`,
    );
    const { document } = head;
    return {
      ...head,
      shipmentId: document?.startsWith('shipment:') ? document.slice('shipment:'.length) : null,
      receivedLines: rows.map((row) => ({
        ...row,
        receivedAt: new Date(row.receivedAt).toISOString(),
      })),
      discrepancies,
    };
  },
});
