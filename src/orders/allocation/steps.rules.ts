/**
 * What a step of an allocation means for its order line and its order: which sums change and which
 * event is sent. Knows stages and quantities of the ordered part; not what makes the step happen.
 */
import type { OrderEvent } from '../order.vocabulary.ts';

/** Changes of the sums of one line. */
export interface StageChange {
  readonly allocated?: number;
  readonly picked?: number;
  readonly shipped?: number;
  readonly received?: number;
  readonly lost?: number;
  readonly cancelled?: number;
}

/** One step: what the line's sums change by and the events for the order; nothing for no pieces. */
export interface Step {
  readonly change: StageChange;
  readonly events: readonly OrderEvent[];
}

const nothing: Step = { change: {}, events: [] };

/** Held for the line. */
export function allocated(covers: number): Step {
  if (covers === 0) return nothing;
  return { change: { allocated: covers }, events: [{ type: 'allocate', quantity: covers }] };
}

/** Given back; the line waits again. */
export function released(covers: number): Step {
  if (covers === 0) return nothing;
  return { change: { allocated: -covers }, events: [{ type: 'release', quantity: covers }] };
}

/** Taken from the bin. */
export function picked(covers: number): Step {
  if (covers === 0) return nothing;
  return {
    change: { allocated: -covers, picked: covers },
    events: [{ type: 'pick', quantity: covers }],
  };
}

/** Taken from the bin and brought to the destination in the same building. */
export function handedOver(covers: number): Step {
  if (covers === 0) return nothing;
  return {
    change: { allocated: -covers, shipped: covers, received: covers },
    events: [
      { type: 'pick', quantity: covers },
      { type: 'ship', quantity: covers },
      { type: 'arrive', received: covers, lost: 0 },
    ],
  };
}

/** Put back into a bin and held there again. */
export function unpicked(covers: number): Step {
  if (covers === 0) return nothing;
  return {
    change: { picked: -covers, allocated: covers },
    events: [{ type: 'unpick', quantity: covers }],
  };
}

/** On its way. */
export function shipped(covers: number): Step {
  if (covers === 0) return nothing;
  return {
    change: { picked: -covers, shipped: covers },
    events: [{ type: 'ship', quantity: covers }],
  };
}

/** Came in, or got lost on the way: what is lost waits again. */
export function arrived(received: number, lost: number): Step {
  if (received + lost === 0) return nothing;
  return {
    change: { shipped: -lost, received, lost },
    events: [{ type: 'arrive', received, lost }],
  };
}

/** Not wanted any more: what waited, and what was held and has been released. */
export function cancelled(waiting: number, held: number): Step {
  if (waiting + held === 0) return nothing;
  return {
    change: { cancelled: waiting + held, allocated: -held },
    events: [{ type: 'cancel-rest', waiting, held }],
  };
}

/** What waits of a line. */
export function waitingOf(line: {
  readonly quantity: number;
  readonly cancelled: number;
  readonly allocated: number;
  readonly picked: number;
  readonly shipped: number;
}): number {
  return line.quantity - line.cancelled - line.allocated - line.picked - line.shipped;
}

/** The same events with allocations that follow each other told as one. */
export function joined(events: readonly OrderEvent[]): readonly OrderEvent[] {
  const told: OrderEvent[] = [];
  for (const event of events) {
    const before = told.at(-1);
    if (before?.type === 'allocate' && event.type === 'allocate') {
      told.splice(-1, 1, { ...event, quantity: before.quantity + event.quantity });
    } else told.push(event);
  }
  return told;
}
