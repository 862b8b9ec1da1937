/** A month in two sites that the tests of the reports ask about: receipts, moves, conditions. */
import {
  changeCondition,
  moveStock,
  receiveStock,
  stockOnHand,
} from '../../src/inventory/index.ts';
import { openWorld, type World } from '../support/world.ts';

export interface LivedWorld {
  readonly world: World;
  readonly sites: readonly string[];
  readonly bins: readonly string[];
  readonly parts: readonly string[];
  /** When each day's work was done. */
  readonly moments: readonly string[];
}

type Places = Pick<LivedWorld, 'world' | 'bins' | 'parts'>;

/** A month of receipts, moves, conditions and corrections, a day apart. */
async function live({ world, bins, parts }: Places): Promise<string[]> {
  const moments: string[] = [];
  for (let n = 0; n < 24; n += 1) {
    const partId = parts[n % parts.length] ?? '';
    const locationId = bins[n % bins.length] ?? '';
    await world.run(receiveStock, { partId, locationId, quantity: 3 + (n % 5) });
    const { rows } = await world.ask(stockOnHand, { partId });
    const from = rows.find((row) => row.available > 1);
    const toLocationId = bins[(n + 3) % bins.length] ?? '';
    if (from !== undefined && n % 2 === 0) {
      const fromId = (
        await world.database.owner`
        select location_id as id from bucket where id = ${from.bucketId}`
      )[0]?.id as string;
      if (fromId !== toLocationId) {
        const { condition } = from;
        await world.run(moveStock, {
          partId,
          locationId: fromId,
          toLocationId,
          condition,
          quantity: 1,
        });
      }
    }
    if (from !== undefined && n % 5 === 0) {
      const condition = from.condition === 'new' ? 'defective' : 'new';
      const { bucketId } = from;
      await world.run(changeCondition, { bucketId, condition, quantity: 1, reason: 'seen' });
    }
    moments.push(world.clock.now().toISOString());
    world.clock.advanceDays(1);
  }
  return moments;
}

/** Opens it. */
export async function openLivedWorld(): Promise<LivedWorld> {
  const world = await openWorld();
  const sites = [(await world.site()).siteId, (await world.site()).siteId];
  const bins: string[] = [];
  for (const siteId of [...sites, ...sites, ...sites]) bins.push(await world.bin(siteId));
  const parts = [await world.part(), await world.part(), await world.part(), await world.part()];
  for (const [n, partId] of parts.entries()) {
    await world.database.owner`
      update part set cost_minor = ${101 + n * 37}, category = ${n < 2 ? 'Boards' : 'Screws'}
      where id = ${partId}`;
  }
  const moments = await live({ world, bins, parts });
  return { world, sites, bins, parts, moments };
}
