/**
 * The fixed ids of what every database starts with: the virtual places on the other side of a
 * movement, and the company whose stock is "ours". The migration writes the same ids.
 */

/** Virtual locations, by kind. */
export const place = {
  supplier: '00000000-0000-7000-8000-000000000101',
  customer: '00000000-0000-7000-8000-000000000102',
  repairer: '00000000-0000-7000-8000-000000000103',
  scrap: '00000000-0000-7000-8000-000000000104',
  conversion: '00000000-0000-7000-8000-000000000105',
  opening: '00000000-0000-7000-8000-000000000106',
  countDifference: '00000000-0000-7000-8000-000000000107',
  inTransit: '00000000-0000-7000-8000-000000000108',
} as const;

/** The party that owns our own stock. */
export const ourCompany = '00000000-0000-7000-8000-000000000201';
