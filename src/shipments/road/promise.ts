/**
 * Which lane a shipment takes when it leaves now, and when it may be promised. The network answers;
 * where no lane leads straight, a way over other sites still gives a day.
 */
import { laneFor, promisedArrival } from '../../network/index.ts';
import type { Read } from '../../platform/work.ts';
import { laneWords, type ShipmentRow } from '../store.ts';

/** How a shipment will travel, as far as the network knows. */
export interface Passage {
  readonly laneId: string | null;
  readonly mode: string | null;
  readonly carrier: string | null;
  readonly arriveAt: Date | null;
}

/** The passage of a shipment that leaves now. */
export async function passageOf(
  read: Read,
  row: Pick<ShipmentRow, 'fromSiteId' | 'toSiteId'>,
): Promise<Passage> {
  const none = { laneId: null, mode: null, carrier: null, arriveAt: null };
  const { fromSiteId, toSiteId } = row;
  if (toSiteId === null) return none;
  const lane = await laneFor(read, { fromSiteId, toSiteId, at: read.now });
  if (lane === null) {
    const over = await promisedArrival(read, { fromSiteId, toSiteId, readyAt: read.now });
    return { ...none, arriveAt: over?.arriveAt ?? null };
  }
  const words = await laneWords(read, lane.laneId);
  const { laneId, arriveAt } = lane;
  return { laneId, mode: words?.mode ?? null, carrier: words?.carrier ?? null, arriveAt };
}
