/**
 * The classes of age that stock is counted in. Pure. First in, first out: what lies in a site is the
 * last that came into it, whatever pile it has been moved to since.
 */

/** The last day of each class but the last, which has none. */
export const ageLimits = [30, 90, 180, 365] as const;

/** The classes as people write them. */
export const ageClasses = ['0-30', '31-90', '91-180', '181-365', '365+'] as const;
