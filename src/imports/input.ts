/** What an import takes: the file as it came, and for parts the site its levels and stock are for. */
import { z } from 'zod';
import { id } from '../platform/scalars.ts';

/** The bytes of a file of at most 20 MB, base64. */
export const fileContent = z.base64().max(27_962_028);

export const importInput = z.strictObject({
  contentBase64: fileContent,
  /** The site that minimum, maximum and opening stock are for. */
  siteId: id,
});

/** The bytes of the file. */
export function bytesOf(contentBase64: string): Uint8Array {
  return Buffer.from(contentBase64, 'base64');
}
