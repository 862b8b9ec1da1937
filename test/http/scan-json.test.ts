/** What JSON text may hide, and that plain text hides nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExactNumber, jsonDepthMax, scanJson } from '../../src/http/scan-json.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('scanJson', () => {
  it('finds nothing in what JSON.stringify wrote, unless it is too deep', () => {
    const value = fc.jsonValue({ maxDepth: 8 });
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (one, indent) => {
        expect(scanJson(JSON.stringify(one, null, indent)).filter(isNoProto)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', '/a', 'duplicate-field'],
    ['{"a":1,"\\u0061":2}', '/a', 'duplicate-field'],
    ['{"a":[{"b":1},{"b":1,"b":1}]}', '/a/1/b', 'duplicate-field'],
    ['{"a":{"__proto__":{}}}', '/a/__proto__', 'forbidden-field'],
    ['{"x/y~z":[0, 9007199254740993]}', '/x~1y~0z/1', 'not-exact'],
    ['{"q":1e400}', '/q', 'not-exact'],
    ['{"q":-1E-400}', '/q', 'not-exact'],
    ['{"q":0.1000000000000000055511151231257827}', '/q', 'not-exact'],
  ])('%s', (text, pointer, rule) => {
    expect(scanJson(text)).toEqual([{ pointer, rule }]);
  });

  it('stops at the depth limit, however deep the text goes', () => {
    expect(scanJson(nested(jsonDepthMax))).toEqual([]);
    expect(scanJson(nested(jsonDepthMax + 1))).toEqual([{ pointer: '', rule: 'too-deep' }]);
    expect(scanJson(nested(100_000))).toEqual([{ pointer: '', rule: 'too-deep' }]);
  });

  it('is not misled by quotes, brackets and commas inside texts', () => {
    expect(scanJson('{"a":"\\"},{\\\\","b":"[[[[1e999"}')).toEqual([]);
  });
});

function isNoProto({ rule }: { rule: string }): boolean {
  return rule !== 'forbidden-field';
}

describe('isExactNumber', () => {
  it('accepts every number as JavaScript writes it, in other spellings too', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(isExactNumber(String(value).replace('e+', 'E'))).toBe(true);
        expect(isExactNumber(value.toExponential())).toBe(true);
      }),
    );
  });

  it('refuses every odd number between 2^53 and 2^54', () => {
    const odd = fc.bigInt(2n ** 52n, 2n ** 53n - 1n).map((half) => half * 2n + 1n);
    fc.assert(
      fc.property(odd, (value) => {
        expect(isExactNumber(String(value))).toBe(false);
      }),
    );
  });

  it.each(['1.0', '-0', '1e2', '100e-2', '0.10', '9007199254740992'])('accepts %s', (token) => {
    expect(isExactNumber(token)).toBe(true);
  });
});
