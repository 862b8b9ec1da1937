/** The door of the transport network: arrivals, lanes, calendars, where returns go. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

export { networkErrors } from './errors.ts';
export {
  type Arrival,
  arrivalFrom,
  type LaneChoice,
  laneFor,
  promisedArrival,
  type Reason as WaitReason,
} from './journeys.ts';
export { type ReturnEnd, returnRouteFor } from './return-routes.ts';

export const networkCommands: readonly AnyCommand[] = [];
/** Sent by the product itself; no route and no button. */
export const networkOwnCommands: readonly AnyCommand[] = [];
export const networkQueries: readonly AnyQuery[] = [];
