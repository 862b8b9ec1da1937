/** What hangs on a part beside its master data: files, models it fits, the company's own fields. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { customValueView } from '../fields/field-views.ts';
import { fieldsInUse, valuesOf } from '../fields/store.ts';
import { viewField } from '../fields/view-field.ts';
import { isPicture } from '../files/file-kind.rules.ts';
import { filesOf } from '../files/store.ts';
import { modelsOf } from '../models/store.ts';
import { fileView, modelView } from '../part-views.ts';
import { getPartRow } from '../store.ts';

export const partAttachments = defineQuery({
  name: 'parts.attachments',
  permission: 'parts.view',
  summary: 'The files of a part, the models it fits, and what it holds in custom fields.',
  input: z.strictObject({ partId: id }),
  output: z.strictObject({
    files: z.array(fileView),
    models: z.array(modelView),
    fields: z.array(customValueView),
  }),
  errors: ['inventory.unknown-part'],
  run: async (read, { partId }) => {
    await getPartRow(read.db, partId);
    const files = await filesOf(read, [partId]);
    const [fields, values] = [await fieldsInUse(read), await valuesOf(read, partId)];
    return {
      files: files.map(({ partId: _, addedAt, ...file }) => ({
        ...file,
        isPicture: isPicture(file.mediaType),
        addedAt: addedAt.toISOString(),
      })),
      models: await modelsOf(read, partId),
      fields: fields.map((field) => ({
        ...viewField(field),
        value: values.get(field.id) ?? null,
      })),
    };
  },
});
