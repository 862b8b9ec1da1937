/**
 * Turns the counted outcome of a password into the refusal that desks know how to show. It runs
 * after the commit, where throwing can undo nothing.
 */
import type { DomainError } from '../platform/errors.ts';
import type { Refusal } from './contract.ts';
import { peopleErrors } from './errors.ts';

/**
 * The refusal to show for an outcome.
 * @example const { output } = await executor.execute(signIn, input, { actor: visitor });
 *          if (output.refusal) throw refusalError(output.refusal);
 */
export function refusalError(refusal: Refusal): DomainError {
  if (refusal.reason === 'locked')
    return peopleErrors.error('locked', { minutes: refusal.minutes });
  return peopleErrors.error(refusal.reason);
}
