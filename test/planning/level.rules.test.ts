/** When the min/max rule proposes, and how much. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Position, propose } from '../../src/planning/level.rules.ts';

const position = fc
  .record({
    onHand: fc.integer({ min: 0, max: 10_000 }),
    reservedShare: fc.integer({ min: 0, max: 100 }),
    minQuantity: fc.integer({ min: 0, max: 5_000 }),
    above: fc.integer({ min: 1, max: 5_000 }),
    minimumOrderQuantity: fc.integer({ min: 1, max: 500 }),
    packSize: fc.integer({ min: 1, max: 100 }),
  })
  .map(
    ({ reservedShare, above, ...rest }): Position => ({
      ...rest,
      reserved: Math.floor((rest.onHand * reservedShare) / 100),
      maxQuantity: rest.minQuantity + above,
    }),
  );

describe('the min/max rule', () => {
  it('orders at or below the minimum, never above it', () => {
    fc.assert(
      fc.property(position, (at) => {
        const isShort = at.onHand - at.reserved <= at.minQuantity;
        expect(propose(at) !== null).toBe(isShort);
      }),
    );
  });

  it('reaches the maximum in whole packs of at least the minimum order, with no pack too many', () => {
    fc.assert(
      fc.property(position, (at) => {
        const proposal = propose({ ...at, onHand: 0, reserved: 0 });
        const quantity = proposal?.quantity ?? 0;
        expect(quantity % at.packSize).toBe(0);
        expect(quantity).toBeGreaterThanOrEqual(Math.max(at.maxQuantity, at.minimumOrderQuantity));
        expect(quantity - at.packSize).toBeLessThan(
          Math.max(at.maxQuantity, at.minimumOrderQuantity),
        );
      }),
    );
  });

  it('never proposes less when more is reserved', () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 0, max: 50 }), (at, more) => {
        const reserved = Math.min(at.onHand, at.reserved + more);
        const before = propose(at)?.quantity ?? 0;
        expect(propose({ ...at, reserved })?.quantity ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('says what is available beside what to order', () => {
    const at = { onHand: 5, reserved: 3, minQuantity: 2, maxQuantity: 6 };
    expect(propose({ ...at, minimumOrderQuantity: 1, packSize: 1 })).toEqual({
      available: 2,
      quantity: 4,
    });
    expect(propose({ ...at, minimumOrderQuantity: 1, packSize: 10 })).toEqual({
      available: 2,
      quantity: 10,
    });
  });
});
