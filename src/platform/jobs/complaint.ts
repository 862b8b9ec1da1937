/**
 * What may be kept of a failure. A database error carries the statement and its values, so of
 * anything that is not one of our own refusals only the kind is kept; the log has the rest.
 */
import { DomainError } from '../errors.ts';

/** A short text for `last_error`. */
export function complaintOf(failure: unknown): string {
  if (failure instanceof DomainError) return failure.code;
  if (!(failure instanceof Error)) return 'unknown failure';
  const inner = failure.cause instanceof Error ? failure.cause : failure;
  const code = 'code' in inner && typeof inner.code === 'string' ? ` ${inner.code}` : '';
  return `${inner.name}${code}`.slice(0, 200);
}
