/** What the commands that pick answer: what was taken, and where a missing rest is held now. */

import type { z } from 'zod';
import type { Work } from '../../platform/work.ts';
import type { elsewhere, pickedGoods } from '../contract.ts';
import { namesOf } from './names.store.ts';
import type { Taken } from './take-goods.ts';

/** What was taken. */
export function pickedOf(taken: readonly Taken[]): z.infer<typeof pickedGoods>[] {
  return taken
    .filter(({ taking }) => taking.quantity > 0)
    .map(({ taking, shipment }) => ({
      allocationId: taking.held.id,
      orderNumber: taking.held.orderNumber,
      partNumber: taking.wanted.row.partNumber,
      quantity: taking.quantity,
      shipmentId: shipment?.id ?? null,
      shipmentNumber: shipment?.number ?? null,
      destinationCode: taking.wanted.row.destinationCode,
    }));
}

/** Where the rest of short picks is held now. */
export async function elsewhereOf(
  work: Work,
  taken: readonly Taken[],
): Promise<z.infer<typeof elsewhere>[]> {
  const found = taken.flatMap(({ result }) => [...result.elsewhere]);
  return namesOf(work, found);
}

/** How many pieces were taken in all. */
export function piecesOf(picked: readonly { readonly quantity: number }[]): number {
  return picked.reduce((sum, { quantity }) => sum + quantity, 0);
}
