/** What follows from the kind of a location. Pure. */

/** Whether it only groups others. */
export function isZone({ kind }: { readonly kind: string }): boolean {
  return kind === 'zone';
}

/** What a site is opened with and cannot do without: receiving, quarantine and shipping go there. */
export const firstKinds = ['dock', 'quarantine', 'shipping'] as const;

/** Whether the last one of a kind must stay. */
export function isNeededByEverySite(kind: string): boolean {
  return firstKinds.some((one) => one === kind);
}
