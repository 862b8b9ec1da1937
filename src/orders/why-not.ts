/**
 * Why stock cannot be had, as a refusal: what is there, who holds it, for what and until when, and where
 * the next best source is. Reads after the fact; it decides nothing.
 */
import type { DomainError } from '../platform/errors.ts';
import type { Read } from '../platform/work.ts';
import { ordersErrors } from './errors.ts';
import { holdingOf } from './queries/holders.ts';
import { answerLine } from './sourcing/answer-line.ts';
import type { RankedSource } from './sourcing/sourcing.vocabulary.ts';
import type { OrderLineRow, OrderRow } from './store.ts';

/** An instant in a sentence, in UTC; a dash when nobody knows. */
function instantText(instant: string | number | null): string {
  if (instant === null) return '-';
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}

function placeOf({ candidate }: RankedSource): string {
  return candidate.kind === 'stock'
    ? `${candidate.siteCode} ${candidate.locationCode}`
    : [candidate.siteCode, candidate.documentNumber].filter((one) => one !== null).join(' ');
}

/** The refusal for a place that has not enough of a part. */
export async function whyNothingFree(
  read: Read,
  asked: {
    readonly order: OrderRow;
    readonly line: OrderLineRow;
    readonly part: { readonly partId: string; readonly partNumber: string };
    readonly place: { readonly id: string; readonly code: string };
  },
): Promise<DomainError> {
  const { order, line, part, place } = asked;
  const holding = await holdingOf(read, { partId: part.partId, locationId: place.id });
  const { answer } = await answerLine(read, order, line);
  const next = answer.sources.find(
    ({ candidate, isPromisable, arriveAt }) =>
      !(candidate.kind === 'stock' && candidate.locationId === place.id) &&
      (isPromisable || (candidate.kind !== 'stock' && arriveAt !== null)),
  );
  const [holder] = holding.holders;
  return ordersErrors.error('nothing-free', {
    partNumber: part.partNumber,
    location: place.code,
    onHand: holding.onHand,
    free: holding.free,
    held: holding.held,
    holder: holder?.documentNumber ?? holder?.document ?? '-',
    person: holder?.personName ?? '-',
    until: instantText(holder?.until ?? null),
    next: next === undefined ? '-' : placeOf(next),
    arrival: instantText(next?.arriveAt ?? null),
  });
}
