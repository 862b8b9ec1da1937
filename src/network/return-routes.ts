/** Says other rooms where a returned part goes. Reads routes, decides by the rule. */
import type { Read } from '../platform/work.ts';
import { routeFor } from './return-route.rules.ts';
import { readReturnedPart, readRoutes } from './routes.store.ts';

/** Where a returned part goes: one of our sites, or a repairer's or supplier's. */
export type ReturnEnd =
  | { readonly routeId: string; readonly toSiteId: string; readonly toPartyId: null }
  | { readonly routeId: string; readonly toSiteId: null; readonly toPartyId: string };

/**
 * The end of the route that a part in this condition takes from a site. Routes that would lead to where
 * it is already do not count. Null: nobody has said where it goes; it stays.
 */
export async function returnRouteFor(
  read: Read,
  ask: { readonly partId: string; readonly condition: string; readonly fromSiteId: string },
): Promise<ReturnEnd | null> {
  const part = await readReturnedPart(read, ask.partId);
  if (part === null) return null;
  const route = routeFor(await readRoutes(read, ask), { ...ask, ...part });
  if (route === null) return null;
  const { id: routeId, toSiteId, toPartyId } = route;
  if (toSiteId !== null) return { routeId, toSiteId, toPartyId: null };
  return toPartyId === null ? null : { routeId, toSiteId: null, toPartyId };
}
