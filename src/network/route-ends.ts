/**
 * What a return route may name: things that exist, one end, and a start that the caller looks after. A
 * route from every site needs somebody who may change all of them.
 */
import { getPartRow, getPartyRow, getSite, inventoryErrors } from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { networkErrors } from './errors.ts';
import { readSiteState } from './lanes.store.ts';
import { requireEverywhere } from './require-everywhere.ts';
import { isReturnEnd } from './return-route.rules.ts';

/** The refusals of `requireRouteEnds` and of the table. */
export const routeEndErrors = [
  'inventory.unknown-site',
  'inventory.site-retired',
  'inventory.unknown-part',
  'inventory.unknown-party',
  'network.route-exists',
  'network.route-to-itself',
  'network.route-end-unfit',
] as const;

/** @throws see routeEndErrors */
export async function requireRouteEnds(
  work: Work,
  route: {
    readonly fromSiteId: string | null;
    readonly partId: string | null;
    readonly toSiteId: string | null;
    readonly toPartyId: string | null;
  },
): Promise<void> {
  const { fromSiteId, partId, toSiteId, toPartyId } = route;
  if (fromSiteId === null) requireEverywhere(work);
  else await getSite(work, fromSiteId);
  if (partId !== null) await getPartRow(work.db, partId);
  if ((toSiteId === null) === (toPartyId === null)) throw networkErrors.error('route-end-unfit');
  if (toPartyId !== null && !isReturnEnd(await getPartyRow(work.db, toPartyId))) {
    throw networkErrors.error('route-end-unfit');
  }
  if (toSiteId === null) return;
  if (toSiteId === fromSiteId) throw networkErrors.error('route-to-itself');
  const to = await readSiteState(work, toSiteId);
  if (to === null) throw inventoryErrors.error('unknown-site');
  if (!to.isOpen) throw inventoryErrors.error('site-retired');
}
