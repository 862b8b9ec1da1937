/**
 * The few scalar shapes that every contract is made of: ids, whole quantities, money, text that a
 * database and a printer can hold. Refuse, never clamp and never mend.
 */
import { z } from 'zod';

// A lone surrogate or a control character other than tab and line feed cannot be stored or printed.
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u;

/** Text of at most `max` characters without NUL, control characters or lone surrogates; trimmed. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .refine((value) => !unprintable.test(value), { error: 'bad-text' })
    .trim()
    .min(min)
    .max(max);

/** A UUID of ours. */
export const id = z.uuid();

/** The largest quantity of one line; far below 2^53, so that sums stay exact. */
export const quantityMax = 1_000_000_000;

/** A whole quantity of at least one, in the base unit of the part. */
export const quantity = z.int().min(1).max(quantityMax);

/** Money in minor units (cents, fen), never negative. */
export const moneyMinor = z.int().min(0).max(100_000_000_000_000);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** An ISO 4217 code. */
export const currency = z.string().regex(/^[A-Z]{3}$/);
