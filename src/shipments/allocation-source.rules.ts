/** How the goods of an allocation name what they are sent for. Other sources are opaque here. */

const prefix = 'allocation:';

/** The source text of an allocation. */
export function allocationSource(allocationId: string): string {
  return `${prefix}${allocationId}`;
}
