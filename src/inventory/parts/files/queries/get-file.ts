/** One file of a part with its content. */
import { z } from 'zod';
import { defineQuery } from '../../../../platform/query.ts';
import { id } from '../../../../platform/scalars.ts';
import { fileView } from '../../part-views.ts';
import { isPicture } from '../file-kind.rules.ts';
import { getFile } from '../store.ts';

export const getPartFile = defineQuery({
  name: 'parts.file',
  permission: 'parts.view',
  summary: 'One file of a part with its content in base64.',
  input: z.strictObject({ partId: id, fileId: id }),
  output: fileView.extend({ contentBase64: z.string() }),
  errors: ['inventory.unknown-part-file'],
  run: async (read, { partId, fileId }) => {
    const row = await getFile(read.db, partId, fileId);
    const { id: ownId, name, mediaType, sizeBytes, sha256, addedByName } = row;
    return {
      ...{ id: ownId, name, mediaType, sizeBytes, sha256, addedByName },
      isPicture: isPicture(mediaType),
      addedAt: row.addedAt.toISOString(),
      contentBase64: row.bytes.toString('base64'),
    };
  },
});
