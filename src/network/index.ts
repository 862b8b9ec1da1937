/** The door of the transport network: arrivals, lanes, calendars, where returns go. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { addLane } from './commands/add-lane.ts';
import { addCalendar, changeCalendar, retireCalendar } from './commands/calendars.ts';
import { changeLane, retireLane } from './commands/change-lane.ts';
import { addHolidays, removeHolidays } from './commands/holidays.ts';
import { addReturnRoute, changeReturnRoute, retireReturnRoute } from './commands/return-routes.ts';
import { getCalendar, listCalendars } from './queries/list-calendars.ts';
import { getLane, listLanes } from './queries/list-lanes.ts';
import { listReturnRoutes } from './queries/list-return-routes.ts';
import { previewArrivals } from './queries/preview-arrivals.ts';

export { networkErrors } from './errors.ts';
export {
  type Arrival,
  arrivalFrom,
  type LaneChoice,
  laneFor,
  promisedArrival,
  type Reason as WaitReason,
} from './journeys.ts';
export {
  calendarCodes,
  type LaneCells,
  lockCalendars,
  type StoredLane,
  storedLanes,
  writeLanes,
} from './lane-table.store.ts';
export { type ReturnEnd, returnRouteFor } from './return-routes.ts';

export {
  addCalendar,
  addHolidays,
  addLane,
  addReturnRoute,
  changeCalendar,
  changeLane,
  changeReturnRoute,
  getCalendar,
  getLane,
  listCalendars,
  listLanes,
  listReturnRoutes,
  previewArrivals,
  removeHolidays,
  retireCalendar,
  retireLane,
  retireReturnRoute,
};

export const networkCommands: readonly AnyCommand[] = [
  addLane,
  changeLane,
  retireLane,
  addCalendar,
  changeCalendar,
  retireCalendar,
  addHolidays,
  removeHolidays,
  addReturnRoute,
  changeReturnRoute,
  retireReturnRoute,
];
/** Sent by the product itself; no route and no button. */
export const networkOwnCommands: readonly AnyCommand[] = [];
export const networkQueries: readonly AnyQuery[] = [
  listLanes,
  getLane,
  listCalendars,
  getCalendar,
  listReturnRoutes,
  previewArrivals,
];
