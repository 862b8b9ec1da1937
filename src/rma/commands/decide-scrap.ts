/** Scraps the unit with the customer's consent. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { lineErrors } from '../command-errors.ts';
import { lineInput, moved } from '../contract.ts';
import { moveLine } from './line-event.ts';

export const decideScrap = defineCommand({
  name: 'rma.decide-scrap',
  permission: 'rma.scrap',
  summary: 'Scraps the unit with the customer’s consent.',
  input: z.strictObject({ ...lineInput, customerAgreed: z.boolean() }),
  output: moved,
  errors: lineErrors,
  run: (work, { lineId, version, customerAgreed }) =>
    moveLine(work, { lineId, version }, { type: 'decide-scrap', customerAgreed }),
});
