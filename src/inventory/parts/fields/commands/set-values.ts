/** Sets what a part holds in the company's own fields. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id, text } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { lockPart } from '../../store.ts';
import { fieldCode } from '../field-views.ts';
import { holdFields, putValue } from '../store.ts';
import { readValue } from '../values.rules.ts';
import { viewField } from '../view-field.ts';

export const setCustomValues = defineCommand({
  name: 'parts.set-custom-values',
  permission: 'parts.edit',
  summary: 'Sets what a part holds in custom fields; a field that is not named keeps its value.',
  input: z.strictObject({
    partId: id,
    /** Texts, whatever the field takes: `12.5`, `2026-11-22`, the code of a choice. */
    values: z
      .array(z.strictObject({ code: fieldCode, value: text(500, 0).nullable().default(null) }))
      .max(200),
  }),
  output: z.strictObject({ partId: z.uuid() }),
  errors: [
    'inventory.unknown-part',
    'inventory.unknown-custom-field',
    'inventory.custom-value-required',
    'inventory.custom-value-wrong',
  ],
  run: async (work, { partId, values }) => {
    await lockPart(work, partId);
    const fields = (await holdFields(work)).map(viewField);
    work.about(`part:${partId}`);
    for (const [at, { code, value }] of values.entries()) {
      const field = fields.find((one) => one.code === code);
      if (field === undefined) throw inventoryErrors.error('unknown-custom-field', { code });
      const read = readValue(field, value);
      if (!read.ok) {
        const params = { field: field.labelEn ?? field.labelZh ?? code, kind: field.kind };
        const rule = read.why === 'required' ? 'required' : 'invalid';
        const issue = { pointer: `/values/${at}/value`, rule, params: {} };
        throw inventoryErrors.error(`custom-value-${read.why}`, params, [issue]);
      }
      await putValue(work, { partId, fieldId: field.id }, read.value);
    }
    return { partId };
  },
});
