/** Adds a test step to a model, or to every model that has none of its own. */
import { z } from 'zod';
import { getPartRow } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { insertTestStep } from '../bench-records.store.ts';

export const addTestStep = defineCommand({
  name: 'repair.add-test-step',
  permission: 'repair.set-up',
  summary: 'Adds a test step to a model, or to every model without steps of its own.',
  input: z.strictObject({
    partId: id.nullable().default(null),
    position: z.int().min(1).max(1000),
    nameEn: text(120),
    nameZh: text(120),
    isMandatory: z.boolean(),
  }),
  output: z.strictObject({ stepId: id }),
  errors: ['inventory.unknown-part'],
  run: async (work, input) => {
    if (input.partId !== null) await getPartRow(work.db, input.partId);
    return { stepId: await insertTestStep(work, input) };
  },
});
