/** The timer's word that a shipment has arrived when nobody said otherwise. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { lineErrors } from '../command-errors.ts';
import { moved } from '../contract.ts';
import { moveLine } from './line-event.ts';

export const assumeDelivery = defineCommand({
  name: 'rma.assume-delivery',
  permission: 'rma.timers',
  summary: 'Assumes delivery when the lane’s time is over; sent by the timer.',
  input: z.strictObject({ lineId: id }),
  output: moved,
  errors: lineErrors,
  run: (work, { lineId }) =>
    moveLine(work, { lineId, version: null }, { type: 'confirm-delivery' }),
});
