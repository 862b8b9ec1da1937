/**
 * Gathers what waits, what there is for it and what is bought already, and has it netted. The truth
 * about each lies in its own room; nothing is remembered here.
 */
import { type SupplierPart, supplierPartsOf, supplyOf } from '../inventory/index.ts';
import { type ShortLine, shortageOf } from '../orders/index.ts';
import type { Read } from '../platform/work.ts';
import { type Need, netDemand, type Pool, type PoolKind } from './demand.rules.ts';
import { comingForHandMade, type HandMadeDemand, onDrafts, openHandMade } from './demand.store.ts';
import { retiredSuppliers } from './facts.store.ts';

/** Everything that waits, netted, and who stands behind it. */
export interface Demand {
  readonly needs: readonly Need[];
  readonly lines: ReadonlyMap<string, ShortLine>;
  readonly handMade: ReadonlyMap<string, HandMadeDemand>;
}

function lessOf(pools: readonly Pool[], meant: Awaited<ReturnType<typeof comingForHandMade>>) {
  const taken = new Map(
    meant.map(({ kind, partId, siteId, quantity }) => [`${kind} ${partId} ${siteId}`, quantity]),
  );
  return pools.map((pool): Pool => {
    const key = `${pool.kind} ${pool.partId} ${pool.siteId}`;
    const less = Math.min(taken.get(key) ?? 0, pool.quantity);
    taken.set(key, (taken.get(key) ?? 0) - less);
    return { ...pool, quantity: pool.quantity - less };
  });
}

/** What is to be bought now, everywhere; what the reader may see of it is the caller's to choose. */
export async function demandNow(read: Read): Promise<Demand> {
  const pool = (kind: PoolKind) => (one: Omit<Pool, 'kind'>) => {
    const { partId, siteId, quantity } = one;
    return { kind, partId, siteId, quantity };
  };
  const bought: Pool[] = [];
  // Drafts before what is expected: an order that is sent meanwhile is counted twice, never not at all.
  const { lines, standIns, free } = await shortageOf(read, async (partIds) => {
    bought.push(...(await onDrafts(read)).map(pool('draft')));
    bought.push(...(await supplyOf(read, partIds)).map(pool('expected')));
  });
  const handMade = await openHandMade(read);
  const needs = netDemand({
    wishes: lines,
    handMade,
    pools: [...free, ...lessOf(bought, await comingForHandMade(read))],
    standIns,
  });
  return {
    needs,
    lines: new Map(lines.map((line) => [line.lineId, line])),
    handMade: new Map(handMade.map((one) => [one.demandId, one])),
  };
}

/** Who sells these parts today, the preferred supplier first. */
export async function offersOf(
  read: Read,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SupplierPart[]>> {
  const [found, gone] = [await supplierPartsOf(read, partIds), await retiredSuppliers(read)];
  return new Map(
    [...found].map(([partId, offers]) => [
      partId,
      offers.filter(({ supplierId }) => !gone.has(supplierId)),
    ]),
  );
}
