/**
 * Where identities and secrets come from. Ids are UUIDv7 (RFC 9562): time-ordered, made outside the
 * database, so that a caller knows the id before the row exists and no sequence becomes a hot spot.
 */
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Makes ids and secrets. */
export interface Ids {
  /** A fresh UUIDv7. */
  newId(): string;
  /** `bytes` random bytes as base64url text, for tokens. */
  newSecret(bytes: number): string;
}

const HEX = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** Formats 16 bytes as a UUID of the given version with the RFC variant bits set. */
export function formatUuid(bytes: Uint8Array, version: 7 | 8): string {
  const own = Buffer.from(bytes.subarray(0, 16));
  own[6] = ((own[6] ?? 0) & 0x0f) | (version << 4);
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80;
  return own.toString('hex').replace(HEX, '$1-$2-$3-$4-$5');
}

/** Ids from the given clock and the operating system's random source. */
export function systemIds(clock: Clock): Ids {
  return {
    newId: () => {
      const bytes = randomBytes(16);
      bytes.writeUIntBE(clock.now().getTime(), 0, 6);
      return formatUuid(bytes, 7);
    },
    newSecret: (count) => randomBytes(count).toString('base64url'),
  };
}
