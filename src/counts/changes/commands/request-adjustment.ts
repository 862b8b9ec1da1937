/** Asks that the books be corrected for what a location holds; another person approves it. */
import { z } from 'zod';
import { postingErrors } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { askErrors, changeAnswer, fileChange } from '../ask.ts';
import { changeInput, changeMoved } from '../contract.ts';

export const requestAdjustment = defineCommand({
  name: 'adjustments.request',
  permission: 'adjustments.ask',
  summary: 'Asks for a correction of what the books say of a location.',
  input: changeInput.extend({ direction: z.enum(['up', 'down']) }),
  output: changeMoved,
  errors: [...postingErrors, ...askErrors],
  run: async (work, wish) => changeAnswer(await fileChange(work, { ...wish, kind: 'adjustment' })),
});
