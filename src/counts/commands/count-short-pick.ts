/**
 * A picker found less than the books say: the bin is counted for that part. Sent by the product itself
 * and told perhaps twice, so a bin that is being counted already is left alone.
 */
import { z } from 'zod';
import { getSiteLocation } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { openOver } from '../open-count.ts';

export const countShortPick = defineCommand({
  name: 'counts.count-short-pick',
  permission: 'counts.follow-up',
  summary: 'Opens a count of a part in the bin where a pick found too little of it.',
  input: z.strictObject({
    partId: id,
    locationId: id,
    document: text(200).nullable().default(null),
  }),
  output: z.strictObject({ countId: id.nullable() }),
  errors: ['inventory.unknown-location'],
  run: async (work, { partId, locationId, document }) => {
    const { siteId } = await getSiteLocation(work, locationId);
    const choice = { partId, locationId };
    const wish = { siteId, kind: 'short-pick', choice, note: null, document };
    const opened = await openOver(work, wish, async () => [{ locationId, partId }]);
    return { countId: 'countId' in opened ? opened.countId : null };
  },
});
