/** Adds a field of the company's own to its parts. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { inventoryErrors } from '../../../errors.ts';
import { fieldCode, fieldWords, hasRightChoices, isNamed } from '../field-views.ts';
import { insertField } from '../store.ts';

export const defineCustomField = defineCommand({
  name: 'parts.define-field',
  permission: 'parts.set-up',
  summary: 'Adds a field of the company’s own to its parts.',
  input: z
    .strictObject({ code: fieldCode, ...fieldWords })
    .refine(isNamed, { path: ['labelEn'], error: 'name-required' })
    .refine(hasRightChoices, { path: ['choices'], error: 'invalid' }),
  output: z.strictObject({ code: z.string() }),
  errors: ['inventory.custom-field-code-taken'],
  run: async (work, field) => {
    const { code } = field;
    work.refuseAs('custom_field_code', async () =>
      inventoryErrors.error('custom-field-code-taken', { code }),
    );
    work.about(`custom-field:${code}`);
    await insertField(work, field);
    return { code };
  },
});
