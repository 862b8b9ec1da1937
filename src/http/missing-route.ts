/**
 * Answers for addresses no route has: "method not allowed" with the list of those that are, where the
 * path exists for another method, else "nothing here".
 */
import type { DomainError } from '../platform/errors.ts';
import { platformErrors } from '../platform/platform-errors.ts';

/** A route as the router lists it. */
export interface ListedRoute {
  readonly method: string;
  readonly path: string;
}

function shapeOf(path: string): RegExp {
  const steps = path.split('/').map((step) => {
    if (step.startsWith(':')) return '[^/]+';
    return step === '*' ? '.*' : step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${steps.join('/')}$`);
}

/** Finds the refusal for a path; the routes are read when first needed, after all are mounted. */
export function missingRoute(routes: () => readonly ListedRoute[]): (path: string) => DomainError {
  let shapes: readonly { readonly method: string; readonly shape: RegExp }[] | null = null;
  return (path) => {
    shapes ??= routes()
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path: pattern }) => ({ method, shape: shapeOf(pattern) }));
    const methods = new Set(shapes.filter((s) => s.shape.test(path)).map((s) => s.method));
    if (methods.size === 0) return platformErrors.error('not-found');
    if (methods.has('GET')) methods.add('HEAD');
    return platformErrors.error('method-refused', { allowed: [...methods].sort().join(', ') });
  };
}
