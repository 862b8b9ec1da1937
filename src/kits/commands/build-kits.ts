/** Builds kits of their components. */
import { postingErrors } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { buildKits } from '../build.ts';
import { buildInput, kitOrderDone } from '../contract.ts';
import { gatherErrors } from '../gather.ts';

export const buildKit = defineCommand({
  name: 'kits.build',
  permission: 'kits.build',
  summary: 'Builds kits: takes their components, and puts the kits into a location.',
  input: buildInput,
  output: kitOrderDone,
  errors: [...postingErrors, ...gatherErrors, 'kits.unknown-kit', 'kits.another-site'],
  run: (work, wish) => buildKits(work, wish),
});
