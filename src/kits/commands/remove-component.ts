/** Takes a component out of a kit. */
import { z } from 'zod';
import { getPartRow } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { kitChanged } from '../contract.ts';
import { definitionErrors, redefine } from '../define.ts';
import { kitsErrors } from '../errors.ts';

export const removeComponent = defineCommand({
  name: 'kits.remove-component',
  permission: 'kits.edit',
  summary: 'Takes a component out of a kit; the last one stays.',
  input: z.strictObject({
    partId: id,
    componentId: id,
    revision: z.int().min(0).nullable().default(null),
    note: text(400).nullable().default(null),
  }),
  output: kitChanged,
  errors: [...definitionErrors, 'kits.unknown-component', 'kits.last-component'],
  run: async (work, { partId, componentId, revision, note }) => {
    const { partNumber } = await getPartRow(work.db, componentId);
    return redefine(work, partId, {
      seen: revision,
      note,
      change: ({ components }) => {
        const left = components.filter((one) => one.partId !== componentId);
        if (left.length === components.length) throw kitsErrors.error('unknown-component');
        if (left.length === 0) throw kitsErrors.error('last-component', { partNumber });
        return left;
      },
    });
  },
});
