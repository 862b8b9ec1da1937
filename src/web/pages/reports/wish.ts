/** What a report is asked for: read from the address, where anybody may type anything. */
import { addDays, isoDay } from '../../../platform/clock.ts';
import { day } from '../../../platform/scalars.ts';
import type { Visit } from '../../visit.ts';

/** A parameter that is a calendar day, else the one given. */
export function dayParam<T>(visit: Visit, name: string, otherwise: T): string | T {
  const read = day.safeParse(visit.param(name));
  return read.success ? read.data : otherwise;
}

/** A moment in UTC as `2026-11-22T18:59` or a day, which means its end; null for anything else. */
export function momentParam(visit: Visit, name: string): string | null {
  const typed = visit.param(name).trim().replace(' ', 'T');
  if (day.safeParse(typed).success) return `${typed}T23:59:59.999Z`;
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed);
  return isMoment && !Number.isNaN(Date.parse(`${typed}:59.999Z`)) ? `${typed}:59.999Z` : null;
}

/** Some text of the address, as far as a query takes it; null when there is none. */
export function textParam(visit: Visit, name: string, max: number): string | null {
  const typed = visit.param(name).trim().slice(0, max);
  return typed === '' ? null : typed;
}

/** The days of a report of a period: as asked, else the last year up to today. */
export function periodOf(visit: Visit): { readonly fromDay: string; readonly untilDay: string } {
  const today = visit.ports.clock.now();
  return {
    fromDay: dayParam(visit, 'fromDay', `${isoDay(addDays(today, -334)).slice(0, 7)}-01`),
    untilDay: dayParam(visit, 'untilDay', isoDay(today)),
  };
}

/** The address of the file of a report, with everything the page was asked for. */
export function fileAddress(visit: Visit): string {
  const { pathname, searchParams } = new URL(visit.c.req.url);
  searchParams.delete('page');
  searchParams.delete('before');
  const query = searchParams.toString();
  return query === '' ? `${pathname}.csv` : `${pathname}.csv?${query}`;
}
