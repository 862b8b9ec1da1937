/** What the stock list may be narrowed by: read from the address, where anybody may type anything. */
import { conditions } from '../../../inventory/index.ts';
import { id } from '../../../platform/scalars.ts';
import type { Visit } from '../../visit.ts';
import { chosenOf } from '../filter-choice.tsx';

/** A parameter that is an id, else null. */
export function idParam(visit: Visit, name: string): string | null {
  const read = id.safeParse(visit.param(name));
  return read.success ? read.data : null;
}

/** The search text of the address, as far as a query takes it. */
export function searchParam(visit: Visit): string {
  return visit.param('search').slice(0, 100);
}

/** The stock question that the address asks. */
export function stockFilters(visit: Visit) {
  return {
    search: searchParam(visit),
    partId: idParam(visit, 'partId'),
    siteId: idParam(visit, 'siteId'),
    locationId: idParam(visit, 'locationId'),
    condition: chosenOf(visit, 'condition', conditions),
  };
}
