/**
 * Which route a returned part takes: of all that fit, the most particular one. A route for the part
 * itself beats one for its category, that one beats one for its class; then a route from this very site
 * beats one from anywhere, and one for this condition beats one for any. Pure.
 */

/** What a route is for; null fits everything. */
export interface Route {
  readonly id: string;
  readonly fromSiteId: string | null;
  readonly partId: string | null;
  readonly category: string | null;
  readonly partClass: 'repairable' | 'consumable' | null;
  readonly condition: string | null;
}

/** A part that goes back. */
export interface Returned {
  readonly fromSiteId: string;
  readonly partId: string;
  readonly category: string | null;
  readonly isRepairable: boolean;
  readonly condition: string;
}

function fits(route: Route, part: Returned): boolean {
  const partClass = part.isRepairable ? 'repairable' : 'consumable';
  return (
    (route.fromSiteId === null || route.fromSiteId === part.fromSiteId) &&
    (route.partId === null || route.partId === part.partId) &&
    (route.category === null || route.category === part.category) &&
    (route.partClass === null || route.partClass === partClass) &&
    (route.condition === null || route.condition === part.condition)
  );
}

function particularity(route: Route): number {
  const subject = route.partId !== null ? 3 : route.category !== null ? 2 : 1;
  const bySubject = route.partClass === null && subject === 1 ? 0 : subject;
  return bySubject * 4 + (route.fromSiteId === null ? 0 : 2) + (route.condition === null ? 0 : 1);
}

/** The route that is taken; null when none fits. */
export function routeFor<R extends Route>(routes: readonly R[], part: Returned): R | null {
  const [best] = routes
    .filter((route) => fits(route, part))
    .sort((a, b) => particularity(b) - particularity(a) || (a.id < b.id ? -1 : 1));
  return best ?? null;
}

/** Whether a party can be the end of a route: somebody who repairs, or who takes back. */
export function isReturnEnd({ kind }: { readonly kind: string }): boolean {
  return kind === 'repairer' || kind === 'supplier';
}

/** Whether a route says at most one thing about the part: which, or what category or class. */
export function hasOneSubject(route: {
  readonly partId: string | null;
  readonly category: string | null;
  readonly partClass: string | null;
}): boolean {
  const said = [route.partId, route.category, route.partClass].filter((one) => one !== null);
  return said.length <= 1;
}
