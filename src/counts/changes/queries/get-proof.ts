/** The photo or paper that shows why stock was scrapped. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import { getProofRow } from '../store.ts';

export const getProof = defineQuery({
  name: 'stock-changes.get-proof',
  permission: 'counts.view',
  summary: 'The bytes of a proof.',
  input: z.strictObject({ proofId: id }),
  output: z.strictObject({
    fileName: z.string(),
    mediaType: z.string(),
    contentBase64: z.string(),
  }),
  errors: ['counts.unknown-proof'],
  run: async (read, { proofId }) => {
    const { fileName, mediaType, content } = await getProofRow(read, proofId);
    return { fileName, mediaType, contentBase64: Buffer.from(content).toString('base64') };
  },
});
