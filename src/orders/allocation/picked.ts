/**
 * What picking does to allocations: the hold moves with the stock, or the stock is handed over at
 * once, or less was there than was promised and the rest is looked for elsewhere. The stock itself
 * has been posted by whoever picked it.
 */
import { release } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { type Allocated, allocateLines } from './allocate.ts';
import { coveredShare } from './covers.rules.ts';
import { keepSums, type LineStep } from './keep-sums.ts';
import { atStage, lockWithOrders } from './lock.ts';
import { handedOver, picked, released, unpicked } from './steps.rules.ts';
import {
  type AllocationChange,
  type AllocationRow,
  addAllocations,
  changeAllocations,
  type NewAllocation,
} from './store.ts';

/** What was taken of an allocation. */
export interface Pick {
  readonly allocationId: string;
  /** Pieces of the part in the pile that were found; less than allocated is a short pick. */
  readonly quantity: number;
  /** The hold in the packing area; null when the stock was handed over at its destination. */
  readonly reservationId: string | null;
  /** Why less was found; null when all was there. */
  readonly reason: string | null;
}

/** What became of a pick; `elsewhere` is where the missing rest is held now. */
export interface PickResult {
  readonly allocationId: string;
  readonly missing: number;
  readonly elsewhere: readonly Allocated[];
}

interface Split {
  readonly row: AllocationRow;
  readonly pick: Pick;
  readonly taken: number;
  readonly rest: number;
}

function splitOf(row: AllocationRow, pick: Pick): Split {
  const taken = coveredShare(pick.quantity, row);
  return { row, pick, taken, rest: row.covers - taken };
}

function changeOf({ row, pick, taken }: Split): AllocationChange {
  const { reservationId, quantity } = pick;
  if (quantity === 0) return { id: row.id, state: 'released', reservationId: null };
  const part = { id: row.id, quantity, covers: taken, reservationId };
  return reservationId === null
    ? { ...part, state: 'received', received: quantity }
    : { ...part, state: 'picked' };
}

/** What was promised and not found stays on record. */
function missingRow(work: Work, { row, pick, rest }: Split): NewAllocation {
  const { orderLineId, partId, siteId, locationId } = row;
  return {
    ...{ id: work.newId(), orderLineId, partId, siteId, locationId, reservationId: null },
    ...{ quantity: row.quantity - pick.quantity, covers: rest, state: 'released' },
    ...{ policy: 'automatic', reasons: [], note: pick.reason, promisedAt: null },
  };
}

async function releaseMissing(work: Work, splits: readonly Split[]): Promise<void> {
  const short = splits.filter(({ row, pick }) => pick.quantity < row.quantity);
  const holds = short.flatMap(({ row }) => row.reservationId ?? []);
  if (holds.length > 0) await release(work, holds);
  const kept = short.filter(({ pick }) => pick.quantity > 0);
  await addAllocations(
    work,
    kept.map((split) => missingRow(work, split)),
  );
}

/**
 * Notes what was picked. A short pick gives up the rest of its hold and looks for it elsewhere.
 * @throws orders.unknown-allocation, stage-differs, quantity-is-there
 */
export async function allocationsPicked(
  work: Work,
  picks: readonly Pick[],
): Promise<readonly PickResult[]> {
  const locked = await lockWithOrders(
    work,
    picks.map(({ allocationId }) => allocationId),
  );
  const splits = picks.map((pick) => splitOf(atStage(locked, pick.allocationId, 'held'), pick));
  await releaseMissing(work, splits);
  await changeAllocations(work, splits.map(changeOf));
  const steps = splits.flatMap(({ row, pick, taken, rest }): LineStep[] => {
    const of = { orderId: row.orderId, lineId: row.orderLineId };
    const taking = pick.reservationId === null ? handedOver(taken) : picked(taken);
    return [
      { ...of, step: taking },
      { ...of, step: released(rest) },
    ];
  });
  const orders = await keepSums(work, locked.orders, steps);
  const short = splits.filter(({ row, pick }) => pick.quantity < row.quantity);
  const elsewhere =
    short.length === 0
      ? []
      : await allocateLines(work, {
          orders,
          lineIds: short.map(({ row }) => row.orderLineId),
          // The stock is not where the books say; until somebody has counted, look elsewhere.
          avoid: short.flatMap(({ row }) => row.pileId ?? []),
          skipBusy: true,
        });
  return splits.map(({ row, pick }) => ({
    allocationId: row.id,
    missing: row.quantity - pick.quantity,
    elsewhere:
      pick.quantity < row.quantity
        ? elsewhere.filter(({ orderLineId }) => orderLineId === row.orderLineId)
        : [],
  }));
}

/** A picked allocation that was put back; the hold in its bin, or null when it is given up. */
export interface Unpick {
  readonly allocationId: string;
  readonly reservationId: string | null;
  readonly siteId: string;
  readonly locationId: string;
}

/**
 * Notes what was put back into a bin.
 * @throws orders.unknown-allocation, stage-differs
 */
export async function allocationsUnpicked(work: Work, backs: readonly Unpick[]): Promise<void> {
  const locked = await lockWithOrders(
    work,
    backs.map(({ allocationId }) => allocationId),
  );
  const steps: LineStep[] = [];
  const changes: AllocationChange[] = [];
  for (const { allocationId, ...back } of backs) {
    const row = atStage(locked, allocationId, 'picked');
    const of = { orderId: row.orderId, lineId: row.orderLineId };
    const isKept = back.reservationId !== null;
    changes.push({ id: row.id, state: isKept ? 'held' : 'released', ...back });
    steps.push({ ...of, step: unpicked(row.covers) });
    if (!isKept) steps.push({ ...of, step: released(row.covers) });
  }
  await changeAllocations(work, changes);
  await keepSums(work, locked.orders, steps);
}
