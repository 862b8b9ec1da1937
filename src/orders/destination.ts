/** Which places parts may be brought to, which parts may be ordered, and until when. Reads no table. */
import { inventoryErrors, type NamedPart } from '../inventory/index.ts';
import type { Read } from '../platform/work.ts';
import { ordersErrors } from './errors.ts';
import type { Destination } from './sourcing/ground.store.ts';

const kinds: readonly string[] = ['storage', 'bench', 'van'];

/**
 * The place parts are to be brought to, within the caller's sites.
 * @throws inventory.unknown-location, orders.destination-cannot-hold-stock
 */
export function requireDestination(
  read: Pick<Read, 'requireScope'>,
  place: Destination | undefined,
): Destination & { readonly siteId: string } {
  const missing = inventoryErrors.error('unknown-location');
  if (place === undefined || place.siteId === null) throw missing;
  read.requireScope(place.siteId, missing);
  if (!kinds.includes(place.kind) || place.isRetired) {
    throw ordersErrors.error('destination-cannot-hold-stock', { location: place.code });
  }
  return { ...place, siteId: place.siteId };
}

/** @throws inventory.unknown-part, orders.part-is-retired when one of the parts may not be ordered */
export function refuseParts(partIds: readonly string[], known: readonly NamedPart[]): void {
  const parts = new Map(known.map((part) => [part.id, part]));
  const wanted = partIds.flatMap((id) => parts.get(id) ?? []);
  if (wanted.length < partIds.length) throw inventoryErrors.error('unknown-part');
  const retired = wanted.find(({ isRetired }) => isRetired);
  if (retired === undefined) return;
  throw ordersErrors.error('part-is-retired', { partNumber: retired.partNumber });
}

/** An instant as it is written in a form or a message; null stays null. */
export function momentOf(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}
