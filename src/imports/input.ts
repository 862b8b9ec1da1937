/** What an import takes: the file as it came, and the site its levels and opening stock are for. */
import { z } from 'zod';
import { id } from '../platform/scalars.ts';

export const importInput = z.strictObject({
  /** The bytes of the file, base64. */
  contentBase64: z.base64().max(20_000_000),
  /** The site that minimum, maximum and opening stock are for. */
  siteId: id,
});

/** The bytes of the file. */
export function bytesOf(contentBase64: string): Uint8Array {
  return Buffer.from(contentBase64, 'base64');
}
