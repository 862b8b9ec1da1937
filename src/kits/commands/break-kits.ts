/** Breaks kits into their components. */
import { postingErrors } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { breakErrors, breakKits } from '../break.ts';
import { breakInput, kitOrderDone } from '../contract.ts';

export const breakKit = defineCommand({
  name: 'kits.break',
  permission: 'kits.build',
  summary: 'Breaks kits: their components come back, what is missing is written off with a reason.',
  input: breakInput,
  output: kitOrderDone,
  errors: [...postingErrors, ...breakErrors],
  run: (work, wish) => breakKits(work, wish),
});
