/** What the tests of orders share: a depot with bins, a destination, orders and what became of them. */
import { expect } from 'vitest';
import { auditOrders, createOrder, getOrder } from '../../src/orders/index.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import type { World } from '../support/world.ts';

export interface Ground {
  readonly siteId: string;
  readonly bin: string;
  readonly otherBin: string;
  readonly destination: string;
}

export async function ground(world: World): Promise<Ground> {
  const { siteId } = await world.site();
  const bin = await world.bin(siteId);
  const otherBin = await world.bin(siteId);
  const destination = await world.bin(siteId, 'bench');
  return { siteId, bin, otherBin, destination };
}

/** Opens an order; every line a part and a quantity. */
export function order(
  world: World,
  destinationId: string,
  lines: readonly { readonly partId: string; readonly quantity: number }[],
  rest: { readonly priority?: number; readonly neededBy?: string } = {},
) {
  return world.run(createOrder, { destinationId, lines: [...lines], ...rest });
}

/** The order as a desk sees it, with its only line. */
export async function look(world: World, orderId: string) {
  const view = await world.ask(getOrder, { orderId });
  const [line] = view.lines;
  if (line === undefined) throw new Error('an order has a line');
  return { view, line };
}

/** Ledger, allocations, sums and machines agree. */
export async function expectSound(world: World): Promise<void> {
  await expectCleanLedger(world.database.connection);
  expect(await auditOrders(world.database.connection.db)).toEqual([]);
}
