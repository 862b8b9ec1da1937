/** Says what a kit is made of, as a whole. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { componentInput, kitChanged } from '../contract.ts';
import { definitionErrors, redefine } from '../define.ts';

export const defineKit = defineCommand({
  name: 'kits.define',
  permission: 'kits.edit',
  summary: 'Says what a kit is made of; each change is a revision that is kept.',
  input: z.strictObject({
    partId: id,
    /** The revision the caller saw; 0 makes a kit of the part, null changes it whatever it was. */
    revision: z.int().min(0).nullable().default(null),
    components: z.array(componentInput).min(1).max(200),
    note: text(400).nullable().default(null),
  }),
  output: kitChanged,
  errors: definitionErrors,
  run: (work, { partId, revision, components, note }) =>
    redefine(work, partId, { seen: revision, note, change: () => components }),
});
