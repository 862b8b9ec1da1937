/**
 * Reads the short code of a system or database failure (`ENOENT`, `28P01`) out of an unknown thrown
 * value. Decides nothing.
 */

/** The `code` of a thrown value, or null if it has none. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
