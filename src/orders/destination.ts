/** Which places parts may be brought to, which parts may be ordered, and until when. Reads no table. */
import { ordersErrors } from './errors.ts';

const kinds: readonly string[] = ['storage', 'bench', 'van'];

/** @throws orders.destination-cannot-hold-stock */
export function refuseDestination(place: {
  readonly code: string;
  readonly kind: string;
  readonly retiredAt: Date | null;
}): void {
  if (kinds.includes(place.kind) && place.retiredAt === null) return;
  throw ordersErrors.error('destination-cannot-hold-stock', { location: place.code });
}

/** @throws orders.part-is-retired */
export function refusePart(part: {
  readonly partNumber: string;
  readonly retiredAt: Date | null;
}): void {
  if (part.retiredAt === null) return;
  throw ordersErrors.error('part-is-retired', { partNumber: part.partNumber });
}

/** An instant as it is written in a form or a message; null stays null. */
export function momentOf(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}
