/**
 * Promises what a person chose: a place, perhaps a lot, perhaps single pieces. All that is asked or
 * nothing; when it cannot be had, the refusal says who has it and where the next best is.
 */
import type { Work } from '../../platform/work.ts';
import { ordersErrors } from '../errors.ts';
import { type FreePile, freePiles } from '../sourcing/candidates.store.ts';
import { type NamedStandIn, standInsOf, waysTo } from '../sourcing/gather.ts';
import { linesOf, type OrderLineRow, type OrderRow } from '../store.ts';
import { whyNothingFree } from '../why-not.ts';
import { claim, isComplete } from './claim.ts';
import { coveredBy } from './covers.rules.ts';
import { type Allocated, noteClaims } from './note-claims.ts';
import { claimPieces } from './pieces.ts';
import type { PlannedTake } from './plan.rules.ts';
import { waitingOf } from './steps.rules.ts';

/** What a person chose. */
export interface HandChoice {
  readonly order: OrderRow;
  readonly lineId: string;
  readonly place: { readonly id: string; readonly code: string; readonly siteId: string };
  readonly partId: string | null;
  readonly condition: string | null;
  readonly lotNumber: string | null;
  readonly serialNumbers: readonly string[];
  readonly quantity: number;
  readonly note: string | null;
}

/** The line, and how the chosen part stands in for its part. */
export interface ChosenLine {
  readonly line: OrderLineRow;
  readonly standIn: NamedStandIn;
  readonly covers: number;
}

/**
 * Checks that a line of an order can take so many pieces of a part, or with `mayBeLess` some of them.
 * @throws orders.unknown-order-line, part-does-not-cover, something-waits, over-quantity
 */
export async function chosenLine(
  work: Work,
  order: OrderRow,
  choice: Pick<HandChoice, 'lineId' | 'partId' | 'quantity'> & { readonly mayBeLess?: boolean },
): Promise<ChosenLine> {
  const line = (await linesOf(work, [order.id])).find(({ id }) => id === choice.lineId);
  if (line === undefined) throw ordersErrors.error('unknown-order-line');
  const waiting = waitingOf(line);
  if (waiting === 0) throw ordersErrors.error('something-waits');
  const standIns = (await standInsOf(work, [line.partId])).get(line.partId) ?? [];
  const standIn = standIns.find(({ partId }) => partId === (choice.partId ?? line.partId));
  const covers = standIn === undefined ? 0 : coveredBy(choice.quantity, standIn);
  if (standIn === undefined || covers === 0) {
    throw ordersErrors.error('part-does-not-cover', { partNumber: standIn?.partNumber ?? null });
  }
  if (covers > waiting && choice.mayBeLess !== true)
    throw ordersErrors.error('over-quantity', { waiting });
  return { line, standIn, covers };
}

function takesFrom(
  piles: readonly FreePile[],
  { line, standIn }: ChosenLine,
  choice: HandChoice & { readonly arriveAt: number | null },
): PlannedTake[] {
  let open = choice.quantity;
  let before = 0;
  return piles.flatMap((pile) => {
    const take = Math.min(open, pile.quantity);
    open -= take;
    const taken = choice.quantity - open;
    const covers = coveredBy(taken, standIn) - coveredBy(before, standIn);
    before = taken;
    if (take === 0) return [];
    const candidate = { ...pile, standIn };
    const reasons = [{ code: 'by-hand', params: {} } as const];
    return [{ lineId: line.id, candidate, take, covers, arriveAt: choice.arriveAt, reasons }];
  });
}

/** When stock of a site is at the order's destination, as far as anybody knows. */
export async function arrivalFromSite(
  work: Work,
  order: OrderRow,
  siteId: string,
): Promise<number | null> {
  if (siteId === order.siteId) return work.now.getTime();
  const from = { toSiteId: order.siteId, readyAt: work.now, fromSiteIds: [siteId] };
  const [way] = await waysTo(work, from);
  return way?.arriveAt ?? null;
}

/**
 * Promises what was chosen.
 * @throws those of `chosenLine`, orders.is-there-already, orders.nothing-free, inventory.unknown-serial,
 *   serial-required, serial-not-tracked
 */
export async function promiseByHand(work: Work, choice: HandChoice): Promise<readonly Allocated[]> {
  const { order, place, note, quantity } = choice;
  if (place.id === order.destinationId) {
    throw ordersErrors.error('is-there-already', { location: place.code });
  }
  const chosen = await chosenLine(work, order, choice);
  const { partId } = chosen.standIn;
  const refusal = () =>
    whyNothingFree(work, { order, line: chosen.line, part: chosen.standIn, place });
  const arriveAt = await arrivalFromSite(work, order, place.siteId);
  const piles = (await freePiles(work, [partId], { locationId: place.id })).filter(
    (pile) =>
      (choice.condition === null || pile.condition === choice.condition) &&
      (choice.lotNumber === null || pile.lotNumber === choice.lotNumber),
  );
  const takes = takesFrom(piles, chosen, { ...choice, arriveAt });
  const found = takes.reduce((sum, { take }) => sum + take, 0);
  const claimed =
    choice.serialNumbers.length > 0
      ? await claimPieces(work, { ...choice, piles, chosen, arriveAt, refusal })
      : await claim(work, found < quantity ? [] : takes, { skipBusy: false });
  if (choice.serialNumbers.length === 0 && (found < quantity || !isComplete(takes, claimed))) {
    throw await refusal();
  }
  const waiting = [{ order, line: chosen.line }];
  const noted = await noteClaims(work, {
    ...{ orders: [order], waiting, claimed },
    ...{ policy: 'manual', note },
  });
  return noted.allocated;
}
