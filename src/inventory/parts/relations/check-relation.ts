/**
 * What a relation between two parts takes, and the check that it can stand beside the others. To be
 * called under the lock of relations, so that nothing is written between check and write.
 */
import { z } from 'zod';
import { text } from '../../../platform/scalars.ts';
import type { Work } from '../../../platform/work.ts';
import { inventoryErrors } from '../../errors.ts';
import { ratioPart, validity } from '../part-views.ts';
import { partNumbersOf } from '../store.ts';
import { faultOf, type Relation, relationKinds } from './relations.rules.ts';
import { relationsAround } from './store.ts';

/** What a person says of a relation beside the two parts. */
export const relationWords = {
  kind: z.enum(relationKinds),
  isTwoWay: z.boolean().default(false),
  /** `numerator` pieces of the part given serve for `denominator` of the part asked for. */
  numerator: ratioPart.default(1),
  denominator: ratioPart.default(1),
  ...validity,
  useUpOldFirst: z.boolean().default(true),
  effectivity: text(200).nullable().default(null),
  note: text(300).nullable().default(null),
};

/** What a relation may be refused for. */
export const relationErrors = [
  'inventory.unknown-part',
  'inventory.relation-to-itself',
  'inventory.relation-circle',
  'inventory.second-successor',
  'inventory.related-already',
] as const;

/** @throws the refusals of relationErrors; `exceptId` is the relation that is being changed */
export async function checkRelation(
  work: Work,
  wish: Relation,
  exceptId: string | null = null,
): Promise<void> {
  const { fromPartId, toPartId } = wish;
  if (fromPartId === toPartId) throw inventoryErrors.error('relation-to-itself');
  const around = await relationsAround(work.db, [fromPartId, toPartId]);
  const others = around.filter(({ id }) => id !== exceptId);
  const numbers = await partNumbersOf(work.db, [
    ...[fromPartId, toPartId],
    ...others.flatMap((one) => [one.fromPartId, one.toPartId]),
  ]);
  const numberOf = (partId: string) => numbers.get(partId) ?? '';
  if (!numbers.has(fromPartId) || !numbers.has(toPartId)) {
    throw inventoryErrors.error('unknown-part');
  }
  const found = faultOf(others, wish);
  if (found === null) return;
  if (found.fault === 'circle') {
    const chain = found.chain.map(numberOf).join(' → ');
    throw inventoryErrors.error('relation-circle', { chain });
  }
  const { other } = found;
  if (found.fault === 'related-already') {
    throw inventoryErrors.error('related-already', {
      fromPartNumber: numberOf(other.fromPartId),
      toPartNumber: numberOf(other.toPartId),
    });
  }
  throw inventoryErrors.error('second-successor', {
    partNumber: numberOf(other.fromPartId),
    successor: numberOf(other.toPartId),
    validFrom: other.validFrom ?? '…',
    validTo: other.validTo ?? '…',
  });
}
