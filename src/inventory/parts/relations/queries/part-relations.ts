/** What stands in for a part and what it stands in for: its chain, its relations, today's order. */
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { id } from '../../../../platform/scalars.ts';
import { partName, relationView, standInView } from '../../part-views.ts';
import { getPartRow, partNumbersOf } from '../../store.ts';
import { chainOf, holdsOn } from '../relations.rules.ts';
import { coveringParts, type NamedRelation, relationsAround } from '../store.ts';

function viewRelation({ fromIsRetired: _, toIsRetired: __, ...relation }: NamedRelation) {
  return relation;
}

export const partRelations = defineQuery({
  name: 'parts.relations',
  permission: 'parts.view',
  summary:
    'The successors and alternates of a part, its chain, and what may be given for it today.',
  input: z.strictObject({ partId: id }),
  output: z.strictObject({
    /** Oldest to newest, as it stands today; the part itself is among them. */
    chain: z.array(partName),
    relations: z.array(relationView.extend({ holdsToday: z.boolean() })),
    /** In the order in which to try them. */
    standIns: z.array(standInView),
  }),
  errors: ['inventory.unknown-part'],
  run: async (read, { partId }) => {
    await getPartRow(read.db, partId);
    const today = read.now.toISOString().slice(0, 10);
    const around = await relationsAround(read.db, [partId]);
    const chain = chainOf(around, partId, today);
    const numbers = await partNumbersOf(read.db, chain);
    const own = around.filter((one) => one.fromPartId === partId || one.toPartId === partId);
    const standIns = await coveringParts(read, [partId], today);
    return {
      chain: chain.map((one) => ({ partId: one, partNumber: numbers.get(one) ?? '' })),
      relations: own.map((one) => ({ ...viewRelation(one), holdsToday: holdsOn(one, today) })),
      standIns: [...(standIns.get(partId) ?? [])],
    };
  },
});
