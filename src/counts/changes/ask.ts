/**
 * Files the wish to change stock: the pile and its pieces, the reason, the value at cost, the proof. It
 * decides nothing; the machine says what follows, another person whether it happens.
 */
import type { z } from 'zod';
import { getPartRow, getSiteLocation, place, stockLines } from '../../inventory/index.ts';
import { invariant } from '../../platform/errors.ts';
import { startFlow } from '../../platform/flow.ts';
import type { Work } from '../../platform/work.ts';
import { countsErrors } from '../errors.ts';
import { valueAtCost } from '../value.ts';
import type { changeInput } from './contract.ts';
import { mediaTypeOf, proofBytesMax } from './proof.rules.ts';
import { performEffect } from './send.ts';
import { stockChangeFlow } from './stock-change.machine.ts';
import type { ChangeKind } from './stock-change.vocabulary.ts';
import {
  addChange,
  addChangePieces,
  addProof,
  type ChangeRow,
  changeNumber,
  requireReason,
} from './store.ts';

/** What a wish may be refused with beyond what the ledger says. */
export const askErrors = [
  'inventory.lot-expiry-differs',
  'counts.unknown-reason',
  'counts.reason-does-not-fit',
] as const;

/** A wish as the commands take it. */
export interface ChangeWish extends z.output<typeof changeInput> {
  readonly kind: ChangeKind;
  readonly direction: 'up' | 'down';
}

/** What the wish is about: the pile here, and the quantity or its pieces. */
async function stockOf(work: Work, wish: ChangeWish) {
  const { direction, locationId } = wish;
  const isUp = direction === 'up';
  const outside = place.countDifference;
  const [from, to] = isUp ? [outside, locationId] : [locationId, outside];
  const { partId, condition, quantity, serialNumbers, lotNumber } = wish;
  const stock = { partId, condition, quantity, serialNumbers, lotNumber };
  const lines = await stockLines(work, stock, { from, to, mayBeNew: isUp });
  const [first] = lines;
  invariant(first, 'a quantity of at least one makes a line');
  return { pile: isUp ? first.to : first.from, lines };
}

/** Files the wish and performs what its machine asks for. */
export async function fileChange(work: Work, wish: ChangeWish): Promise<ChangeRow> {
  const { kind, direction, reasonCode, note, quantity, serialNumbers } = wish;
  const { siteId, id: locationId } = await getSiteLocation(work, wish.locationId);
  await requireReason(work, reasonCode, kind);
  const { id: partId, currency } = await getPartRow(work.db, wish.partId);
  const { pile, lines } = await stockOf(work, wish);
  const valueMinor = await valueAtCost(work, partId, quantity);
  const { stored, effects } = startFlow(stockChangeFlow, { kind });
  const changeId = work.newId();
  const row = await addChange(
    work,
    {
      ...{ id: changeId, number: await changeNumber(work, kind), kind, direction, siteId },
      ...{ locationId, partId, lotId: pile.lotId, condition: pile.condition, quantity },
      ...{ reasonCode, note, valueMinor, currency },
    },
    stored,
  );
  await addChangePieces(
    work,
    lines.map((line, at) => ({
      ...{ id: work.newId(), changeId, quantity: line.quantity, serialId: line.serialId },
      serialNumber: line.serialId === null ? null : (serialNumbers[at] ?? null),
    })),
  );
  for (const effect of effects) await performEffect(work, row, effect);
  work.about(`stock-change:${changeId}`);
  work.emit('counts.change-requested', { changeId, number: row.number, kind });
  return row;
}

/** Keeps a photo or paper with the change. @throws counts.proof-too-large, counts.proof-unreadable */
export async function keepProof(
  work: Work,
  changeId: string,
  proof: { readonly fileName: string | null; readonly contentBase64: string | null },
): Promise<void> {
  if (proof.contentBase64 === null) return;
  const content = Buffer.from(proof.contentBase64, 'base64');
  if (content.byteLength > proofBytesMax) {
    const megabytes = proofBytesMax / (1024 * 1024);
    throw countsErrors.error('proof-too-large', { megabytes });
  }
  const mediaType = mediaTypeOf(content);
  if (mediaType === null) throw countsErrors.error('proof-unreadable');
  const fileName = proof.fileName ?? mediaType.replace('/', '.');
  await addProof(work, { changeId, fileName, mediaType, content });
}

/** Where a change stands. */
export function changeAnswer({ id, number, version, state }: ChangeRow) {
  return { changeId: id, number, version, state };
}
