/** Whether the acting person may take a request back: asked with his rights at the request's site. */
import { covers, scopesOf } from '../../platform/actor.ts';
import type { Read } from '../../platform/work.ts';
import { mayWithdraw } from './decision.rules.ts';
import { custodianOf } from './facts.store.ts';
import type { RequestRow } from './store.ts';

/** Rights that let a person take back what another asked for. */
const managing = ['orders.manage', 'requests.approve'] as const;

/** Whether whoever acts may withdraw this request. */
export async function mayTakeBack(
  { db, actor }: Pick<Read, 'db' | 'actor'>,
  row: Pick<RequestRow, 'siteId' | 'requestedById' | 'destinationId'>,
): Promise<boolean> {
  const { siteId, requestedById, destinationId } = row;
  const mayManage = managing.some((right) => {
    const scopes = scopesOf(actor, right);
    return scopes !== null && covers(scopes, siteId);
  });
  const custodianId = await custodianOf({ db }, destinationId);
  return mayWithdraw({ id: actor.id, requestedById, custodianId, mayManage });
}
