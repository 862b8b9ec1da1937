/** What is ordered is enough, in packs, not below the minimum, and no pack too many. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceFor, roundedUp, totalOf, valueOfLine } from '../../src/purchasing/rounding.rules.ts';

const amount = fc.integer({ min: 1, max: 1_000_000 });

describe('rounding up', () => {
  it('is enough, whole packs, at least the minimum, and the least that is', () => {
    fc.assert(
      fc.property(amount, amount, amount, (needed, packSize, minimumOrder) => {
        const { quantity, isRaisedToMinimum, isRaisedToPack } = roundedUp(needed, {
          packSize,
          minimumOrder,
        });
        expect(quantity).toBeGreaterThanOrEqual(needed);
        expect(quantity).toBeGreaterThanOrEqual(minimumOrder);
        expect(quantity % packSize).toBe(0);
        expect(quantity - packSize < needed || quantity - packSize < minimumOrder).toBe(true);
        expect(isRaisedToMinimum || isRaisedToPack).toBe(quantity > needed);
      }),
    );
  });

  it('changes nothing that is right already', () => {
    fc.assert(
      fc.property(amount, amount, amount, (needed, packSize, minimumOrder) => {
        const terms = { packSize, minimumOrder };
        const { quantity } = roundedUp(needed, terms);
        expect(roundedUp(quantity, terms)).toEqual({
          quantity,
          isRaisedToMinimum: false,
          isRaisedToPack: false,
        });
      }),
    );
  });
});

const breaks = fc.uniqueArray(
  fc.record({ fromQuantity: amount, priceMinor: fc.integer({ min: 0, max: 1_000_000 }) }),
  { selector: ({ fromQuantity }) => fromQuantity, maxLength: 8 },
);

describe('the price', () => {
  it('is that of the highest break that is reached, in whatever order they come', () => {
    fc.assert(
      fc.property(breaks, amount, (all, quantity) => {
        const price = priceFor(all, quantity);
        expect(priceFor([...all].reverse(), quantity)).toBe(price);
        const reached = all.filter(({ fromQuantity }) => fromQuantity <= quantity);
        if (reached.length === 0) expect(price).toBeNull();
        else {
          const highest = Math.max(...reached.map(({ fromQuantity }) => fromQuantity));
          const meant = reached.find(({ fromQuantity }) => fromQuantity === highest);
          expect(price).toBe(meant?.priceMinor);
        }
      }),
    );
  });
});

describe('the value', () => {
  it('is exact, or refused when no number can hold it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            quantity: fc.integer({ min: 1, max: 1_000_000_000 }),
            priceMinor: fc.integer({ min: 0, max: 100_000_000_000_000 }),
          }),
          { maxLength: 6 },
        ),
        (lines) => {
          const exact = lines.reduce(
            (sum, line) => sum + BigInt(line.quantity) * BigInt(line.priceMinor),
            0n,
          );
          const isHeld = exact <= BigInt(Number.MAX_SAFE_INTEGER);
          expect(totalOf(lines)).toBe(isHeld ? Number(exact) : null);
          for (const { quantity, priceMinor } of lines) {
            const value = BigInt(quantity) * BigInt(priceMinor);
            const held = value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
            expect(valueOfLine(quantity, priceMinor)).toBe(held);
          }
        },
      ),
    );
  });

  it('is unknown while a price is', () => {
    expect(totalOf([{ quantity: 1, priceMinor: null }])).toBeNull();
  });
});
