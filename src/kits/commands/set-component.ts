/** Adds one component to a kit, or changes it; the part becomes a kit with its first component. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { componentInput, kitChanged } from '../contract.ts';
import { definitionErrors, redefine } from '../define.ts';

export const setComponent = defineCommand({
  name: 'kits.set-component',
  permission: 'kits.edit',
  summary: 'Adds a component to a kit, or changes it.',
  input: componentInput.omit({ partId: true }).extend({
    partId: id,
    componentId: id,
    revision: z.int().min(0).nullable().default(null),
    note: text(400).nullable().default(null),
  }),
  output: kitChanged,
  errors: definitionErrors,
  run: (work, { partId, componentId, revision, note, ...said }) => {
    const component = { ...said, partId: componentId };
    return redefine(work, partId, {
      seen: revision,
      note,
      change: ({ components }) => {
        const at = components.findIndex((one) => one.partId === componentId);
        return at < 0 ? [...components, component] : components.with(at, component);
      },
    });
  },
});
