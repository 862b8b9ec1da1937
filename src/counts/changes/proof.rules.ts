/**
 * Whether bytes are a photo or a paper that every browser shows, told by what they are and not by how
 * the file is called. Pure.
 */

/** Largest proof in bytes; the table keeps the same limit. */
export const proofBytesMax = 5 * 1024 * 1024;

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);

/** The media type of a JPEG, PNG, WebP or PDF file; null for anything else. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  const isRiff = starts(bytes, [0x52, 0x49, 0x46, 0x46]);
  if (isRiff && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  return starts(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]) ? 'application/pdf' : null;
}
