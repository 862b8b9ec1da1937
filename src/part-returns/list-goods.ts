/**
 * Lists goods on an open return and holds them where they lie, so that nobody else takes them. Works
 * out where they go from the routes of the network; it moves nothing.
 */
import {
  type Condition,
  inventoryErrors,
  isOwed,
  lockReturns,
  type OwedReturnRow,
  type Pile,
  pileOfRemoval,
  pileOfSerial,
  reserve,
  stockLines,
} from '../inventory/index.ts';
import { returnRouteFor } from '../network/index.ts';
import type { Work } from '../platform/work.ts';
import type { ListedGoods } from './contract.ts';
import { partReturnsErrors } from './errors.ts';
import { addLines, placesById } from './store.ts';
import { travelConditionOf } from './travel.rules.ts';

/** Some of a pile that shall go back. */
export interface GoodsToReturn {
  readonly pile: Pile;
  readonly quantity: number;
  readonly serialId: string | null;
  readonly owedReturnId: string | null;
}

/** Where a return goes: a site of ours, or a party. */
export interface ReturnGoal {
  readonly toSiteId: string | null;
  readonly toPartyId: string | null;
}

/** Where the part of an obligation lies by the books. @throws inventory.unknown-entry */
export async function pileOfOwed(work: Work, owed: OwedReturnRow) {
  const lying = await pileOfRemoval(work, owed.removalEntryId);
  if (lying === null) throw inventoryErrors.error('unknown-entry');
  if (lying.serial_id !== null) {
    return { pile: await pileOfSerial(work.db, lying.serial_id), serialId: lying.serial_id };
  }
  const pile: Pile = {
    partId: owed.partId,
    locationId: lying.location_id,
    condition: 'defective',
    ownerId: lying.owner_id,
    lotId: lying.lot_id,
    handlingUnitId: null,
  };
  return { pile, serialId: null };
}

async function owedGoods(work: Work, ids: readonly string[]): Promise<GoodsToReturn[]> {
  const rows = await lockReturns(work, ids);
  const missing = inventoryErrors.error('unknown-return');
  if (rows.length !== new Set(ids).size) throw missing;
  const goods: GoodsToReturn[] = [];
  for (const row of rows) {
    work.requireScope(row.siteId, missing);
    if (!isOwed(row)) throw partReturnsErrors.error('not-owed-any-more', { number: row.number });
    const { pile, serialId } = await pileOfOwed(work, row);
    goods.push({ pile, serialId, quantity: row.quantity, owedReturnId: row.id });
  }
  return goods;
}

/**
 * Everything that was named, as piles and pieces; the obligations are locked.
 * @throws inventory.unknown-return, part-returns.not-owed-any-more, and what stock statements refuse
 */
export async function goodsOf(work: Work, listed: ListedGoods): Promise<GoodsToReturn[]> {
  const goods = await owedGoods(work, listed.owedReturnIds);
  for (const { locationId, ...stock } of listed.stock) {
    const places = { from: locationId, to: locationId, mayBeNew: false };
    const lines = await stockLines(work, stock, places);
    goods.push(
      ...lines.map(({ from: pile, quantity, serialId }) => {
        return { pile, quantity, serialId, owedReturnId: null };
      }),
    );
  }
  return goods;
}

/**
 * The one site all goods lie in.
 * @throws inventory.unknown-location, part-returns.different-sites
 */
export async function siteOfGoods(work: Work, goods: readonly GoodsToReturn[]): Promise<string> {
  const places = await placesById(work, [...new Set(goods.map(({ pile }) => pile.locationId))]);
  const [siteId, ...others] = new Set([...places.values()].map((place) => place.siteId));
  if (siteId === undefined || others.length > 0) throw partReturnsErrors.error('different-sites');
  return siteId;
}

/** The end the network knows for goods; their own site when nobody said anything. */
async function goalOf(work: Work, pile: Pile, siteId: string): Promise<ReturnGoal> {
  const { partId, condition } = pile;
  const route = await returnRouteFor(work, { partId, condition, fromSiteId: siteId });
  const { toSiteId = siteId, toPartyId = null } = route ?? {};
  return { toSiteId: toPartyId === null ? toSiteId : null, toPartyId };
}

/**
 * The one end that all goods have.
 * @throws part-returns.different-ends
 */
export async function goalOfGoods(
  work: Work,
  goods: readonly GoodsToReturn[],
  siteId: string,
): Promise<ReturnGoal> {
  let found: ReturnGoal | null = null;
  for (const { pile } of goods) {
    const goal = await goalOf(work, pile, siteId);
    const isSame =
      found === null || (found.toSiteId === goal.toSiteId && found.toPartyId === goal.toPartyId);
    if (!isSame) throw partReturnsErrors.error('different-ends');
    found = goal;
  }
  return found ?? { toSiteId: siteId, toPartyId: null };
}

/** Holds goods for lines of a return, each line under its own name. */
export async function holdFor(
  work: Work,
  goods: readonly (Omit<GoodsToReturn, 'owedReturnId'> & { readonly lineId: string })[],
): Promise<string[]> {
  return reserve(
    work,
    goods.map(({ pile, quantity, serialId, lineId }) => {
      return { pile, quantity, serialId, document: sourceOf(lineId), expiresAt: null };
    }),
  );
}

/** How shipments and receipts call a line of a return. */
export function sourceOf(lineId: string): string {
  return `part-return-line:${lineId}`;
}

/**
 * Adds goods to a locked return and holds them.
 * @throws inventory.insufficient-stock, serial-not-here, serial-held, part-returns.on-another-return
 */
export async function listGoods(
  work: Work,
  row: { readonly id: string; readonly toPartyId: string | null },
  goods: readonly GoodsToReturn[],
): Promise<void> {
  if (goods.length === 0) return;
  const lines = goods.map((one) => ({ ...one, lineId: work.newId() }));
  const holds = await holdFor(work, lines);
  await addLines(
    work,
    lines.map(({ lineId: id, pile, quantity, serialId, owedReturnId }, at) => {
      const { handlingUnitId: _, condition, ...where } = pile;
      const travelCondition = travelConditionOf(condition as Condition, row.toPartyId === null);
      const reservationId = holds[at] ?? null;
      return {
        ...{ id, returnId: row.id, owedReturnId, ...where, condition, travelCondition },
        ...{ quantity, serialId, reservationId },
      };
    }),
  );
}
