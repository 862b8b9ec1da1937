/**
 * Follows what became of a return on its way: pieces came in, got lost or turned up. Told by the
 * shipment; the stock has been posted by whoever received it.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { returnErrors } from '../command-errors.ts';
import { followLine, lockOwedOf } from '../follow-owed.ts';
import { sendToReturn } from '../send.ts';
import {
  changeLine,
  linesOnShipment,
  lockReturnOfShipment,
  type PartReturnLineRow,
} from '../store.ts';

type Fate = 'arrived' | 'lost' | 'found';

const eventOf = { arrived: 'arrive', lost: 'lose', found: 'find' } as const;

function changed(line: PartReturnLineRow, fate: Fate, pieces: number): PartReturnLineRow {
  if (fate === 'arrived') return { ...line, arrived: line.arrived + pieces };
  return { ...line, lost: fate === 'lost' ? line.lost + pieces : line.lost - pieces };
}

export const followReturnShipment = defineCommand({
  name: 'part-returns.follow-shipment',
  permission: 'part-returns.inspect',
  summary: 'Notes what came in, got lost or turned up of a return on its way.',
  input: z.strictObject({
    shipmentId: id,
    fate: z.enum(['arrived', 'lost', 'found']),
    lines: z.array(z.strictObject({ shipmentLineId: id, quantity: z.int().min(1) })),
  }),
  output: z.strictObject({ isFollowed: z.boolean() }),
  errors: [...returnErrors],
  run: async (work, { shipmentId, fate, lines: told }) => {
    const row = await lockReturnOfShipment(work, shipmentId);
    if (row === null) return { isFollowed: false };
    const lines = await linesOnShipment(
      work,
      told.map(({ shipmentLineId }) => shipmentLineId),
    );
    const owed = await lockOwedOf(work, lines);
    for (const line of lines) {
      const pieces = told
        .filter(({ shipmentLineId }) => shipmentLineId === line.shipmentLineId)
        .reduce((sum, one) => sum + one.quantity, 0);
      const now = changed(line, fate, pieces);
      await changeLine(work, line.id, { arrived: now.arrived, lost: now.lost });
      await followLine(work, now, { owed: owed.get(line.owedReturnId ?? '') });
    }
    await sendToReturn(work, row, eventOf[fate]);
    work.about(`part-return:${row.id}`);
    return { isFollowed: true };
  },
});
