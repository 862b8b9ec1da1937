/**
 * Turns chosen demand into draft orders: one per supplier, delivery site and currency, each part once,
 * rounded once for all it is bought for. The caller lets one buyer at a time in.
 */

import type { SupplierPart } from '../inventory/index.ts';
import { startFlow } from '../platform/flow.ts';
import { quantityMax } from '../platform/scalars.ts';
import type { Work } from '../platform/work.ts';
import type { GroupedDemand } from './contract.ts';
import type { Need } from './demand.rules.ts';
import { offersOf } from './demand.ts';
import { purchasingErrors } from './errors.ts';
import { type PartFacts, partsById } from './facts.store.ts';
import { addCovers, type Cover, putLine } from './lines.store.ts';
import { purchaseFlow } from './purchase.machine.ts';
import { priceFor, roundedUp, valueOfLine } from './rounding.rules.ts';
import { noteLines } from './send.ts';
import { addPurchase } from './store.ts';

/** A need somebody chose, where it goes, and from whom if he said so. */
export interface ChosenNeed {
  readonly need: Need;
  readonly deliverTo: string;
  readonly supplierId: string | null;
}

interface Bundle {
  readonly offer: SupplierPart;
  readonly deliverTo: string;
  readonly needs: Need[];
}

function offerFor(
  { need, supplierId }: ChosenNeed,
  offers: readonly SupplierPart[],
  part: PartFacts | undefined,
): SupplierPart | undefined {
  if (supplierId === null) return offers[0];
  const named = offers.find((offer) => offer.supplierId === supplierId);
  if (named === undefined) {
    throw purchasingErrors.error('does-not-sell', { partNumber: part?.partNumber ?? need.partId });
  }
  return named;
}

function sum(needs: readonly Need[], count: (need: Need) => number): number {
  return needs.reduce((total, need) => total + count(need), 0);
}

/** What is bought of one part in one order, and why so much. */
function lineOf({ offer, needs }: Bundle, partNumber: string) {
  const needed = sum(needs, ({ quantity }) => quantity);
  const { quantity, isRaisedToMinimum, isRaisedToPack } = roundedUp(needed, offer);
  const priceMinor = priceFor(offer.priceBreaks, quantity);
  if (quantity > quantityMax) {
    throw purchasingErrors.error('quantity-beyond-counting', { partNumber, max: quantityMax });
  }
  if (priceMinor !== null && valueOfLine(quantity, priceMinor) === null) {
    throw purchasingErrors.error('value-beyond-counting');
  }
  const why = {
    waiting: sum(needs, ({ waiting }) => waiting),
    free: sum(needs, ({ free }) => free),
    road: sum(needs, ({ road }) => road),
    expected: sum(needs, ({ expected }) => expected),
    draft: sum(needs, ({ draft }) => draft),
    byHand: sum(needs, ({ byHand }) => byHand),
    needed,
    isRaisedToMinimum,
    isRaisedToPack,
  };
  return { quantity, priceMinor, why };
}

function coversOf(needs: readonly Need[]): Cover[] {
  return needs.flatMap(({ wishes, handMade }) => [
    ...wishes
      .filter(({ short }) => short > 0)
      .map(({ lineId, short }) => ({ source: `order-line:${lineId}`, quantity: short })),
    ...handMade.map(({ demandId, open }) => ({ source: `demand:${demandId}`, quantity: open })),
  ]);
}

type Line = GroupedDemand['lines'][number];

async function draftOf(
  work: Work,
  bundles: readonly Bundle[],
  parts: ReadonlyMap<string, PartFacts>,
): Promise<{ order: GroupedDemand['orders'][number]; lines: Line[] }> {
  const [first] = bundles;
  if (first === undefined) throw purchasingErrors.error('nothing-to-buy');
  const { supplierId, supplierCode, currency } = first.offer;
  const { stored } = startFlow(purchaseFlow, {});
  const row = await addPurchase(work, { supplierId, siteId: first.deliverTo, currency }, stored);
  const lines: Line[] = [];
  for (const bundle of bundles) {
    const { offer, needs } = bundle;
    const partNumber = parts.get(offer.partId)?.partNumber ?? '';
    const line = lineOf(bundle, partNumber);
    const { supplierPartNumber, leadTimeDays, packSize, minimumOrder } = offer;
    const key = { orderId: row.id, partId: offer.partId };
    const values = { ...line, supplierPartNumber, leadTimeDays, packSize, minimumOrder };
    const lineId = await putLine(work, key, { ...values, expectedOn: null });
    await addCovers(work, lineId, coversOf(needs));
    lines.push({
      purchaseOrderId: row.id,
      number: row.number,
      ...line,
      ...offerPart(offer),
      partNumber,
    });
  }
  await noteLines(work, row);
  return { order: { purchaseOrderId: row.id, number: row.number, supplierCode }, lines };
}

function offerPart({ partId }: SupplierPart) {
  return { partId };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/**
 * Makes the drafts. Parts that nobody sells are answered by name and stay in the demand.
 * @throws purchasing.does-not-sell, quantity-beyond-counting, value-beyond-counting
 */
export async function groupNeeds(
  work: Work,
  chosen: readonly ChosenNeed[],
): Promise<GroupedDemand> {
  const partIds = [...new Set(chosen.map(({ need }) => need.partId))];
  const [offers, parts] = [await offersOf(work, partIds), await partsById(work, partIds)];
  const bundles = new Map<string, Bundle>();
  const withoutSupplier: GroupedDemand['withoutSupplier'] = [];
  for (const one of chosen) {
    const { partId, quantity } = one.need;
    const part = parts.get(partId);
    const offer = offerFor(one, offers.get(partId) ?? [], part);
    if (offer === undefined) {
      withoutSupplier.push({ partId, partNumber: part?.partNumber ?? '', quantity });
      continue;
    }
    const key = [offer.id, one.deliverTo].join(' ');
    const known = bundles.get(key);
    if (known === undefined) {
      bundles.set(key, { offer, deliverTo: one.deliverTo, needs: [one.need] });
    } else known.needs.push(one.need);
  }
  const groups = groupBy([...bundles.values()], ({ offer, deliverTo }) =>
    [offer.supplierCode, deliverTo, offer.currency].join(' '),
  );
  const orders: GroupedDemand['orders'] = [];
  const lines: Line[] = [];
  for (const key of [...groups.keys()].sort()) {
    const made = await draftOf(work, groups.get(key) ?? [], parts);
    orders.push(made.order);
    lines.push(...made.lines);
  }
  return { orders, lines, withoutSupplier };
}
