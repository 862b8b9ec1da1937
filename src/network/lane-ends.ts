/**
 * Who may say how a lane runs, and what its ends must be: whoever looks after the site it leads to
 * orders what comes there. Both ends are in use, and so is its calendar.
 */
import { getSite, inventoryErrors } from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { requireCalendar } from './calendars.store.ts';
import { networkErrors } from './errors.ts';
import { readSiteState } from './lanes.store.ts';

/** The refusals of `requireLaneEnds`. */
export const laneEndErrors = [
  'inventory.unknown-site',
  'inventory.site-retired',
  'network.lane-to-itself',
  'network.unknown-calendar',
  'network.calendar-retired',
] as const;

/** @throws see laneEndErrors */
export async function requireLaneEnds(
  work: Work,
  ends: { readonly fromSiteId: string; readonly toSiteId: string; readonly calendarId: string },
): Promise<void> {
  const { retiredAt } = await getSite(work, ends.toSiteId);
  if (ends.fromSiteId === ends.toSiteId) throw networkErrors.error('lane-to-itself');
  const from = await readSiteState(work, ends.fromSiteId);
  if (from === null) throw inventoryErrors.error('unknown-site');
  if (retiredAt !== null || !from.isOpen) throw inventoryErrors.error('site-retired');
  await requireCalendar(work, ends.calendarId);
}
