/** Makes of a waiting line what the plan works with: what is wanted, where to, and whose turn it is. */
import { type Ground, wayOf } from '../sourcing/gather.ts';
import type { OrderLineRow, OrderRow } from '../store.ts';
import type { PlanLine } from './plan.rules.ts';
import { waitingOf } from './steps.rules.ts';

/** A line with its order. */
export interface Waiting {
  readonly order: OrderRow;
  readonly line: OrderLineRow;
}

/** The line as the plan takes it. */
export function planLineOf(ground: Ground, { order, line }: Waiting, now: Date): PlanLine {
  const { destinationId, siteId, priority, neededBy, createdAt, number } = order;
  const needed = neededBy?.getTime() ?? null;
  return {
    lineId: line.id,
    wanted: {
      partId: line.partId,
      quantity: waitingOf(line),
      destination: {
        locationId: destinationId,
        siteId,
        custodianId: ground.destinations.get(destinationId)?.custodianId ?? null,
      },
      neededBy: needed,
      now: now.getTime(),
      isUrgent: priority === 1,
    },
    standIns: ground.standIns.get(line.partId) ?? [],
    ways: wayOf(ground, siteId),
    turn: [priority, needed ?? Number.MAX_SAFE_INTEGER, createdAt.getTime(), number, line.line],
  };
}
