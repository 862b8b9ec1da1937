/** The rules of counting alone: verdicts, classes, accuracy, what a proof is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf } from '../../src/counts/abc.rules.ts';
import { accuracyOf } from '../../src/counts/accuracy.rules.ts';
import { mediaTypeOf } from '../../src/counts/changes/proof.rules.ts';
import {
  pieceDifference,
  pieceOutcomes,
  verdictOn,
  verdictOnPieces,
} from '../../src/counts/verdict.rules.ts';

const seen = (counted: number, onHand: number, first = onHand) => ({
  ...{ counted, firstOnHand: first, seenOnHand: onHand },
});

describe('a verdict', () => {
  const tolerance = { pieces: 2, percent: 10, valueMinor: 500 };
  it.each([
    [seen(10, 10), 0, 'right'],
    [seen(8, 10), -400, 'within'],
    [seen(7, 10), -300, 'beyond'],
    [seen(95, 100), -500, 'within'],
    [seen(95, 100), -501, 'beyond'],
    [seen(11, 10), null, 'within'],
    [seen(10, 10, 9), 0, 'beyond'],
    [seen(0, 0), 0, 'right'],
    [seen(3, 0), 3, 'beyond'],
  ] as const)('on %o worth %s is %s', (line, value, verdict) => {
    expect(verdictOn(line, value, tolerance)).toBe(verdict);
  });

  it('without tolerance is right or beyond, and right only for equal numbers', () => {
    const none = { pieces: 0, percent: 0, valueMinor: 0 };
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (counted, onHand) => {
        const verdict = verdictOn(seen(counted, onHand), counted - onHand, none);
        expect(verdict).toBe(counted === onHand ? 'right' : 'beyond');
      }),
    );
  });

  it('on pieces tolerates none that is not where it should be', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieceOutcomes)), (outcomes) => {
        const isRight = outcomes.every((one) => one === 'here');
        expect(verdictOnPieces(outcomes)).toBe(isRight ? 'right' : 'beyond');
      }),
    );
    expect(pieceDifference(['here', 'missing', 'missing', 'elsewhere', 'unknown'])).toBe(0);
    expect(pieceDifference(['missing', 'here'])).toBe(-1);
  });
});

describe('classes', () => {
  it('cut at 80 and 95 percent, the crossing part in the better class', () => {
    const usage = [
      { partId: 'c', valueMinor: 4 },
      { partId: 'a', valueMinor: 79 },
      { partId: 'b', valueMinor: 5 },
      { partId: 'a2', valueMinor: 12 },
      { partId: 'z', valueMinor: 0 },
    ];
    expect(Object.fromEntries(classesOf(usage))).toEqual({
      ...{ a: 'A', a2: 'A', b: 'B', c: 'C', z: 'C' },
    });
  });

  it('hold every part once, and never give a lower value a better class', () => {
    const usage = fc.array(fc.nat(10_000), { maxLength: 40 });
    fc.assert(
      fc.property(usage, (values) => {
        const parts = values.map((valueMinor, at) => ({ partId: `p${at}`, valueMinor }));
        const classes = classesOf(parts);
        expect(classes.size).toBe(parts.length);
        for (const one of parts) {
          for (const two of parts) {
            if (one.valueMinor <= two.valueMinor) continue;
            expect((classes.get(one.partId) ?? '') <= (classes.get(two.partId) ?? '')).toBe(true);
          }
        }
      }),
    );
  });
});

describe('accuracy', () => {
  it('adds up what was right and what the differences are worth', () => {
    const line = (difference: number, valueMinor: number | null) => {
      return { difference, valueMinor, isRight: difference === 0 };
    };
    const lines = [line(0, 0), line(-2, -200), line(1, 50), line(3, null), line(0, 0)];
    expect(accuracyOf(lines)).toEqual({
      ...{ lines: 5, right: 2, perMille: 400, netMinor: -150, grossMinor: 250, unvalued: 1 },
    });
    expect(accuracyOf([])).toMatchObject({ lines: 0, perMille: null });
  });
});

describe('a proof', () => {
  it.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[...Buffer.from('RIFF1234WEBP')], 'image/webp'],
    [[...Buffer.from('RIFF1234WAVE')], null],
    [[...Buffer.from('%PDF-1.4')], 'application/pdf'],
    [[...Buffer.from('<svg/>')], null],
    [[], null],
  ])('that begins with %o is %s', (bytes, type) => {
    expect(mediaTypeOf(Uint8Array.from(bytes))).toBe(type);
  });
});
