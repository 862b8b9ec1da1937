/** What a quantity is worth at today's cost, with its sign; the costs are the inventory's. */
import { valueOf as worthOf } from '../inventory/index.ts';
import type { Read } from '../platform/work.ts';

/** Minor units of the part's currency; null for a part that nobody gave a cost. */
export async function valueAtCost(
  read: Pick<Read, 'db'>,
  partId: string,
  quantity: number,
): Promise<number | null> {
  if (quantity === 0) return 0;
  const value = await worthOf(read, [{ partId, quantity: Math.abs(quantity) }]);
  return value === 0 ? null : Math.sign(quantity) * value;
}
