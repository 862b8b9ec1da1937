/**
 * The two ways a secret is kept. A password, which a person can remember, becomes scrypt with its own
 * salt and with its costs written beside it, so that they can be raised later; a token, which has
 * 256 random bits, needs no more than SHA-256. Knows nothing of who owns the secret.
 */
import { createHash, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { invariant } from '../platform/errors.ts';

/** Costs of scrypt (RFC 7914): N = 2^log2N, block size r, parallelism p; 32 MiB a hash. */
interface Costs {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

const presentCosts: Costs = { log2N: 15, r: 8, p: 3 };
const hashBytes = 32;
const saltBytes = 16;

/** Random bytes of a new token: 256 bits. */
export const tokenBytes = 32;

function derive(password: string, salt: Buffer, costs: Costs): Promise<Buffer> {
  const { r, p } = costs;
  const N = 2 ** costs.log2N;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  // The same password typed on another keyboard may arrive in another composition.
  const typed = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, hashBytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function encode(costs: Costs, salt: Buffer, hash: Buffer): string {
  const { log2N, r, p } = costs;
  return ['scrypt', log2N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

function decode(encoded: string): { costs: Costs; salt: Buffer; hash: Buffer } {
  const [kind, log2N, r, p, salt = '', hash = ''] = encoded.split('$');
  invariant(kind === 'scrypt', 'unknown kind of password hash');
  return {
    costs: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

// Compared with when there is nothing to compare with; its hash is of no password.
const nobody = encode(presentCosts, Buffer.alloc(saltBytes), Buffer.alloc(hashBytes));

/**
 * The text to store for a password, at the present costs.
 * @param newSecret source of random bytes as base64url text
 */
export async function hashPassword(
  password: string,
  newSecret: (bytes: number) => string,
): Promise<string> {
  const salt = Buffer.from(newSecret(saltBytes), 'base64url');
  return encode(presentCosts, salt, await derive(password, salt, presentCosts));
}

/** Whether the password is the stored one. Null (no such person) takes just as long and is false. */
export async function isRightPassword(password: string, encoded: string | null): Promise<boolean> {
  const { costs, salt, hash } = decode(encoded ?? nobody);
  const derived = await derive(password, salt, costs);
  return timingSafeEqual(derived, hash) && encoded !== null;
}

/** Whether a stored password was hashed at other costs than those of today. */
export function needsRehash(encoded: string): boolean {
  const { costs } = decode(encoded);
  const { log2N, r, p } = presentCosts;
  return costs.log2N !== log2N || costs.r !== r || costs.p !== p;
}

/** The text to store for a token or a link: SHA-256, base64url. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
