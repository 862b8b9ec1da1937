/** One thing a code may name, with the page on which the reader goes on. Words of scans; asks nothing. */

import type { Permission } from '../../../people/index.ts';
import { type Actor, covers, scopesOf } from '../../../platform/actor.ts';

/** What a code may name, or what waits to be done where it leads. */
export type ChoiceKind =
  | 'line'
  | 'serial'
  | 'lot'
  | 'location'
  | 'part'
  | 'shipment'
  | 'arrival'
  | 'to-pack'
  | 'order'
  | 'request'
  | 'receipt'
  | 'discrepancy'
  | 'purchase'
  | 'part-return'
  | 'kit-order'
  | 'count'
  | 'change'
  | 'count-bin'
  | 'pick-bin'
  | 'put-away';

/** One thing a code may name. */
export interface Choice {
  readonly code: string;
  readonly kind: ChoiceKind;
  readonly href: string;
}

/** Whether the reader holds the right in that site; a site that is not ours counts for none. */
export function holdsAt(actor: Actor, permission: Permission, siteId: string | null): boolean {
  const scopes = scopesOf(actor, permission);
  return siteId !== null && scopes !== null && covers(scopes, siteId);
}
