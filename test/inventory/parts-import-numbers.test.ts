/** Numbers and prices of a parts list are read exactly, however people write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrice, readWholeNumber } from '../../src/inventory/parts/import/cell-values.rules.ts';

describe('numbers', () => {
  const style = { hasCommaGroups: true };
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

  it('are read exactly, grouped or not, narrow or wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (value) => {
        const plain = String(value);
        for (const cell of [plain, grouped(plain), wide(plain), `00${plain}`]) {
          const read = readWholeNumber(cell, { min: 0, max: 1_000_000_000 }, style);
          expect(read, cell).toEqual({ ok: true, value });
        }
      }),
    );
  });

  it('as prices are read to the last hundredth', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 100_000_000_000_000n }), (minor) => {
        const whole = String(minor / 100n);
        const cents = String(minor % 100n).padStart(2, '0');
        for (const cell of [`${whole}.${cents}`, `${grouped(whole)}.${cents}`]) {
          const read = readPrice(cell, 100_000_000_000_000, style);
          expect(read, cell).toEqual({ ok: true, value: Number(minor) });
        }
      }),
    );
  });
});
