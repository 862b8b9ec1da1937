/**
 * What a file is, told by its content; a name proves nothing. Only kinds that do nothing when they
 * are opened are known: pictures, PDF, plain text.
 */

/** Largest file of a part, in bytes. */
export const fileBytesMax = 5 * 1024 * 1024;

const signatures: readonly (readonly [string, (bytes: Uint8Array) => boolean])[] = [
  ['image/png', (b) => startsWith(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', (b) => startsWith(b, [0xff, 0xd8, 0xff])],
  ['image/gif', (b) => startsWith(b, [0x47, 0x49, 0x46, 0x38])],
  [
    'image/webp',
    (b) =>
      startsWith(b, [0x52, 0x49, 0x46, 0x46]) &&
      startsWith(b.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  ],
  ['application/pdf', (b) => startsWith(b, [0x25, 0x50, 0x44, 0x46, 0x2d])],
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

/** The media type of a content, or null when it is none that is taken. */
export function mediaTypeOf(bytes: Uint8Array, name: string): string | null {
  const known = signatures.find(([, matches]) => matches(bytes));
  if (known !== undefined) return known[0];
  if (!isPlainText(bytes)) return null;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

/** Whether a page may show it as a picture. */
export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}
