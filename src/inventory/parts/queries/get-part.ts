/** One part with its codes and units. */
import { z } from 'zod';
import { InvariantError } from '../../../platform/errors.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { partView } from '../part-views.ts';
import { getPartRow } from '../store.ts';
import { viewParts } from '../view-part.ts';

export const getPart = defineQuery({
  name: 'parts.get',
  permission: 'parts.view',
  summary: 'One part with its codes and units.',
  input: z.strictObject({ partId: id }),
  output: partView,
  errors: ['inventory.unknown-part'],
  run: async (read, { partId }) => {
    const [view] = await viewParts(read, [await getPartRow(read.db, partId)]);
    if (view === undefined) throw new InvariantError('a row without a view');
    return view;
  },
});
