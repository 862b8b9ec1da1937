/**
 * The words of the people room: shapes of what goes in and comes out, and how long things last.
 * Refuses what cannot be stored or typed; decides nothing about rights.
 */
import { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { id, text } from '../platform/scalars.ts';
import { roles } from './roles.rules.ts';

/** How long secrets hold, in milliseconds. */
export const lifetimes = {
  sessionIdle: 12 * 3_600_000,
  sessionAbsolute: 7 * 86_400_000,
  firstAdministratorLink: 24 * 3_600_000,
  setPasswordLink: 72 * 3_600_000,
  /** A session's or token's last use is written down at most this often. */
  lastSeenStep: 60_000,
} as const;

/** Live tokens one person may have. */
export const liveTokensMax = 50;

/** A login as it is stored: composed, small letters, no blanks. */
export const login = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .min(3)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*$/u);

/** The stored form of whatever somebody typed as his login. */
export function foldLogin(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}

/** A password being chosen. It is never trimmed: a blank at its end is part of it. */
export const newPassword = z
  .string()
  .refine((value) => !/\p{Cc}|\p{Surrogate}/u.test(value), { error: 'bad-text' })
  .min(12)
  .max(128);

/** A password being tried: anything that could be one. */
export const triedPassword = z.string().min(1).max(128);

/** A token or the secret part of a link. */
export const secretText = z.string().min(1).max(128);

export const displayName = text(80);
export const locale = z.enum(['en', 'zh-CN']);
const role = z.enum(roles);
export const userAgent = text(400).nullable().default(null);
/** A network address as the web server saw it. */
export const address = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[0-9a-zA-Z.:%_-]+$/);

const heldRole = z.strictObject({ role, siteId: id.nullable() });
export const heldRoles = z.array(heldRole).max(200);

/** Why a try to sign in or to change the password did not succeed, when it was counted as a try. */
export const refusal = z.strictObject({
  reason: z.enum(['sign-in-refused', 'locked', 'wrong-password']),
  /** Whole minutes until a closed login opens again. */
  minutes: z.int().nullable(),
});
export type Refusal = z.infer<typeof refusal>;

export const personView = z.strictObject({
  id,
  login: z.string(),
  displayName: z.string(),
  locale,
  hasPassword: z.boolean(),
  disabledAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  roles: z.array(heldRole),
});
export type PersonView = z.infer<typeof personView>;

export const tokenView = z.strictObject({
  id,
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type TokenView = z.infer<typeof tokenView>;

/** Whoever has not signed in. He holds no right at all; commands that need none are open to him. */
export const visitor: Actor = {
  kind: 'setup',
  id: '00000000-0000-7000-8000-000000000002',
  name: 'Visitor',
  locale: 'en',
  grants: new Map(),
};
