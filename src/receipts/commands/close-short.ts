/** Says that what is still missing of a shipment did not come: it is filed and stays on the road. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { filed } from '../contract.ts';
import type { DiscrepancyKind } from '../discrepancy.vocabulary.ts';
import { fileShortage } from '../file-shortage.ts';

export const closeShort = defineCommand({
  name: 'receipts.close-short',
  permission: 'receipts.work',
  summary: 'Files what is still missing of a shipment or of one box as short.',
  input: z.strictObject({
    shipmentId: id,
    boxId: id.nullable().default(null),
    note: text(500).nullable().default(null),
  }),
  output: z.strictObject({ discrepancies: z.array(filed) }),
  errors: [
    'receipts.nothing-expected',
    'receipts.unknown-arrival',
    'shipments.unknown-shipment',
    'shipments.version-changed',
  ],
  run: async (work, wish) => {
    const rows = await fileShortage(work, wish);
    work.about(`shipment:${wish.shipmentId}`);
    return {
      discrepancies: rows.map(({ id: discrepancyId, number, kind }) => {
        return { id: discrepancyId, number, kind: kind as DiscrepancyKind };
      }),
    };
  },
});
