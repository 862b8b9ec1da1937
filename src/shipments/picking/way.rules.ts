/**
 * Which way picked goods take: none when the destination is in the same site, past the dock for a van
 * at another one, to the dock for all else.
 */

/** Where goods lie, and where they are meant to be. */
export interface FromTo {
  readonly siteId: string;
  readonly toSiteId: string;
  readonly destinationId: string;
  readonly destinationKind: string;
  readonly shipTo: string | null;
}

/** A way from one site to another. */
export interface Way {
  readonly kind: 'transfer';
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly toLocationId: string | null;
  readonly toPartyId: null;
  readonly shipTo: string | null;
}

/** The way; null when the goods are handed over within the site. */
export function wayOf(goods: FromTo): Way | null {
  if (goods.siteId === goods.toSiteId) return null;
  return {
    kind: 'transfer',
    fromSiteId: goods.siteId,
    toSiteId: goods.toSiteId,
    toLocationId: goods.destinationKind === 'van' ? goods.destinationId : null,
    toPartyId: null,
    shipTo: goods.shipTo,
  };
}
