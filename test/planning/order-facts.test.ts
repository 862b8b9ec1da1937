/** What follows from a suggestion's numbers: whether it passes the maximum, and what it costs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderValueMinor, passesMaximum } from '../../src/planning/index.ts';

const whole = (max: number) => fc.integer({ min: 0, max });

describe('an order', () => {
  it('up to the maximum does not pass it, one more does', () => {
    fc.assert(
      fc.property(whole(1e9), whole(1e9), (available, quantity) => {
        const numbers = { available, quantity, costMinor: null };
        expect(passesMaximum({ ...numbers, maxQuantity: available + quantity })).toBe(false);
        expect(passesMaximum({ ...numbers, maxQuantity: available + quantity - 1 })).toBe(true);
      }),
    );
  });

  it('has the exact value or none', () => {
    fc.assert(
      fc.property(whole(1e14), whole(1e9), (costMinor, quantity) => {
        const value = orderValueMinor({ available: 0, maxQuantity: 0, quantity, costMinor });
        const exact = BigInt(costMinor) * BigInt(quantity);
        expect(value).toBe(exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : null);
      }),
    );
    const free = { available: 0, maxQuantity: 0, quantity: 3, costMinor: null };
    expect(orderValueMinor(free)).toBeNull();
  });
});
