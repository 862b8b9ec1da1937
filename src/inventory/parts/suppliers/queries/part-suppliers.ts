/** Who sells a part, the preferred one first; offers that are over or to come are among them. */
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { id } from '../../../../platform/scalars.ts';
import { supplierPartView } from '../../part-views.ts';
import { getPartRow } from '../../store.ts';
import { allSupplierParts } from '../store.ts';

export const partSuppliers = defineQuery({
  name: 'parts.suppliers',
  permission: 'purchasing.view',
  summary: 'Who sells a part and at which prices, the preferred one first.',
  input: z.strictObject({ partId: id }),
  output: z.array(supplierPartView),
  errors: ['inventory.unknown-part'],
  run: async (read, { partId }) => {
    await getPartRow(read.db, partId);
    const offers = await allSupplierParts(read, [partId]);
    return offers.map((one) => ({ ...one, priceBreaks: [...one.priceBreaks] }));
  },
});
