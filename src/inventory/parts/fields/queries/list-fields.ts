/** The company's own fields of parts, in the order in which they are shown. */
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { customFieldView } from '../field-views.ts';
import { fieldsInUse } from '../store.ts';
import { viewField } from '../view-field.ts';

export const listCustomFields = defineQuery({
  name: 'parts.fields',
  permission: 'parts.view',
  summary: 'The custom fields of parts, in the order in which they are shown.',
  input: z.strictObject({ withRetired: z.boolean().default(false) }),
  output: z.array(customFieldView),
  errors: [],
  run: async (read, { withRetired }) => (await fieldsInUse(read, { withRetired })).map(viewField),
});
