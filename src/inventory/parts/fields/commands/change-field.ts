/** Changes a custom field, or takes it out of use; values that parts hold must still fit. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { inventoryErrors } from '../../../errors.ts';
import { fieldCode, fieldWords, hasRightChoices, isNamed } from '../field-views.ts';
import { heldValues, lockField, updateField } from '../store.ts';
import { misfits } from '../values.rules.ts';
import { viewField } from '../view-field.ts';

export const changeCustomField = defineCommand({
  name: 'parts.change-field',
  permission: 'parts.set-up',
  summary: 'Changes a custom field of parts, or takes it out of use and back.',
  input: z
    .strictObject({
      code: fieldCode,
      version: z.int(),
      isRetired: z.boolean().default(false),
      ...fieldWords,
    })
    .refine(isNamed, { path: ['labelEn'], error: 'name-required' })
    .refine(hasRightChoices, { path: ['choices'], error: 'invalid' }),
  output: z.strictObject({ version: z.int() }),
  errors: [
    'inventory.unknown-custom-field',
    'inventory.changed-meanwhile',
    'inventory.custom-field-in-use',
  ],
  run: async (work, { code, version, isRetired, ...words }) => {
    const before = viewField(await lockField(work, code, version));
    const count = misfits(words, before, await heldValues(work.db, before.id));
    if (count > 0) throw inventoryErrors.error('custom-field-in-use', { count });
    work.about(`custom-field:${code}`);
    await updateField(work, before.id, { ...words, retiredAt: isRetired ? work.now : null });
    return { version: version + 1 };
  },
});
