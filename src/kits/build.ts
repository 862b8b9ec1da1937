/**
 * Builds kits: takes their components through the conversion place and puts the kits into a bin, in
 * one entry, so that the kits are worth exactly what went into them.
 */
import type { z } from 'zod';
import {
  getPartRow,
  getSiteLocation,
  type PostingLine,
  place,
  postEntry,
} from '../inventory/index.ts';
import { invariant } from '../platform/errors.ts';
import type { Work } from '../platform/work.ts';
import type { buildInput, kitOrderDone } from './contract.ts';
import { kitsErrors } from './errors.ts';
import { fromConversion } from './from-conversion.ts';
import { type Gathered, gather } from './gather.ts';
import { type NewLine, nameOrder, writeOrder } from './orders.store.ts';
import { keepRevision } from './store.ts';

type BuildWish = z.output<typeof buildInput>;

async function requireOneSite(work: Work, siteId: string, locationIds: readonly string[]) {
  for (const locationId of locationIds) {
    const found = await getSiteLocation(work, locationId);
    if (found.siteId !== siteId) throw kitsErrors.error('another-site');
  }
}

function intoConversion({ draws, sources }: Gathered): PostingLine[] {
  return draws.map(({ bucketId, quantity, serialId }) => {
    const source = sources.get(bucketId);
    invariant(source, 'what is drawn lies in a pile that was locked');
    const to = { ...source.pile, locationId: place.conversion };
    return { from: source.pile, to, quantity, serialId, holdId: null };
  });
}

/** The day on which the first of the components may no longer be used; null when all keep. */
function earliestDay({ draws, sources }: Gathered): string | null {
  const days = draws.flatMap(({ bucketId }) => sources.get(bucketId)?.expiresOn ?? []);
  return days.sort()[0] ?? null;
}

function usedLines({ draws, sources }: Gathered): NewLine[] {
  return draws.map(({ forPartId, partId, bucketId, quantity, serialId }) => {
    const { locationId = null, condition = null, lotId = null } = sources.get(bucketId)?.pile ?? {};
    const where = { locationId, condition, lotId, serialId };
    return { kind: 'used', partId, forPartId, quantity, ...where };
  });
}

async function kitLines(work: Work, wish: BuildWish, gathered: Gathered) {
  const { partId, condition, quantity, serialNumbers, lotNumber, locationId } = wish;
  const { tracking } = await getPartRow(work.db, partId);
  const expiresOn = tracking === 'lot' ? (wish.expiresOn ?? earliestDay(gathered)) : null;
  const stock = { partId, condition, quantity, serialNumbers, lotNumber, expiresOn };
  return fromConversion(work, stock, locationId);
}

/** Builds them and writes the document. */
export async function buildKits(
  work: Work,
  wish: BuildWish,
): Promise<z.output<typeof kitOrderDone>> {
  const { partId, quantity, condition, serialNumbers, note } = wish;
  const { siteId, id: locationId } = await getSiteLocation(work, wish.locationId);
  await requireOneSite(work, siteId, wish.fromLocationIds);
  const revision = await keepRevision(work, partId);
  const places = { siteId, locationIds: wish.fromLocationIds, besides: locationId };
  const gathered = await gather(work, wish, places);
  const made = await kitLines(work, wish, gathered);
  const { id, number } = await nameOrder(work);
  const lines = [...intoConversion(gathered), ...made];
  const draft = { kind: 'kit', document: `kit-order:${id}`, reason: note, siteId, lines } as const;
  const entryId = await postEntry(work, draft);
  const lotId = made[0]?.to.lotId ?? null;
  await writeOrder(
    work,
    {
      ...{ id, number, kind: 'build', siteId, kitPartId: partId, revision, locationId, condition },
      ...{ lotId, quantity, serialNumbers, note, entryId },
    },
    usedLines(gathered),
  );
  work.about(`kit-order:${id}`);
  work.emit('kits.built', { orderId: id, number, partId, quantity });
  return { orderId: id, number, entryId };
}
