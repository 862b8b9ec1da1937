/** Adds a picture or a paper to a part. What it is, its content says. */
import { z } from 'zod';
import { defineCommand } from '../../../../platform/command.ts';
import { id, text } from '../../../../platform/scalars.ts';
import { inventoryErrors } from '../../../errors.ts';
import { getPartRow } from '../../store.ts';
import { fileBytesMax, mediaTypeOf } from '../file-kind.rules.ts';
import { digestOf, insertFile, nameOfContent } from '../store.ts';

/** A little above what the limit needs, so that a file just too large is told its size. */
const base64Max = 10_000_000;

export const addPartFile = defineCommand({
  name: 'parts.add-file',
  permission: 'parts.edit',
  summary: 'Adds a picture or a paper to a part: PNG, JPEG, GIF, WebP, PDF, text; at most 5 MiB.',
  input: z.strictObject({
    partId: id,
    name: text(200),
    contentBase64: z.base64().min(1).max(base64Max),
  }),
  output: z.strictObject({ fileId: z.uuid(), mediaType: z.string() }),
  errors: [
    'inventory.unknown-part',
    'inventory.part-file-kind',
    'inventory.part-file-too-large',
    'inventory.part-file-taken',
  ],
  bulky: ['contentBase64'],
  run: async (work, { partId, name, contentBase64 }) => {
    await getPartRow(work.db, partId);
    const bytes = Buffer.from(contentBase64, 'base64');
    const sizeBytes = bytes.byteLength;
    if (sizeBytes > fileBytesMax) {
      const params = { name, sizeBytes, limit: fileBytesMax };
      throw inventoryErrors.error('part-file-too-large', params);
    }
    const mediaType = mediaTypeOf(bytes, name);
    if (mediaType === null) throw inventoryErrors.error('part-file-kind', { name });
    const sha256 = digestOf(bytes);
    work.refuseAs('part_file_once', async (read) => {
      const kept = (await nameOfContent(read, partId, sha256)) ?? name;
      return inventoryErrors.error('part-file-taken', { name: kept });
    });
    work.about(`part:${partId}`);
    const fileId = await insertFile(work, { partId, name, mediaType, sha256, bytes });
    return { fileId, mediaType };
  },
});
