/** Hands the packed unit to the carrier and keeps the tracking number. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { lineErrors } from '../command-errors.ts';
import { lineInput, moved } from '../contract.ts';
import { sendToLine } from '../send.ts';
import { lockLine } from '../store.ts';

export const shipUnit = defineCommand({
  name: 'rma.ship',
  permission: 'rma.ship',
  summary: 'Hands the packed unit to the carrier and keeps the tracking number.',
  input: z.strictObject({ ...lineInput, carrier: text(60), trackingNumber: text(60) }),
  output: moved,
  errors: lineErrors,
  run: async (work, { lineId, version, carrier, trackingNumber }) => {
    const row = await lockLine(work, lineId, version);
    const event = { type: 'ship', tracking: trackingNumber } as const;
    await sendToLine(work, row, event, { facts: { carrier } });
    return whereIs(work, lineId);
  },
});
