/** What scanners really send becomes the code that was printed: input methods, prefixes, separators. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterOf, type KeyStroke, makeScanBuffer } from '../../../src/web/islands/scan-keys.ts';
import { normaliseScan } from '../../../src/web/islands/scan-normalise.rules.ts';

function stroke(key: string, code: string, more: Partial<KeyStroke> = {}): KeyStroke {
  const off = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false };
  return { key, code, ...off, ...more };
}

/** The key of a US keyboard that types the character. */
function keyOf(char: string): { code: string; shiftKey: boolean } {
  if (/[a-z]/i.test(char))
    return { code: `Key${char.toUpperCase()}`, shiftKey: /[A-Z]/.test(char) };
  if (/\d/.test(char)) return { code: `Digit${char}`, shiftKey: false };
  return { code: 'Minus', shiftKey: char === '_' };
}

const ownCode = fc.stringMatching(/^(RMA|JOB)-[0-9]{6}(-[1-9])?$/);
const anyCode = fc.stringMatching(/^[A-Za-z0-9_-]{3,40}$/);

describe('normaliseScan', () => {
  it.each([
    [']C1RMA-000042', 'RMA-000042'],
    [']Q1\\000026RMA-000042', 'RMA-000042'],
    [']d2RMA-000042-1\r\n', 'RMA-000042-1'],
    ['\u001dRMA-000042\u001d', 'RMA-000042'],
    ['ＲＭＡ－００００４２', 'RMA-000042'],
    ['rma-000042-1', 'RMA-000042-1'],
    ['HTTPS://DEPOT.EXAMPLE/s/RMA-000042', 'RMA-000042'],
    ['https://depot.example/s/P%2F7?x=1', 'P/7'],
    ['https://elsewhere.example/x/RMA-1', 'https://elsewhere.example/x/RMA-1'],
    ['  \r\n', ''],
    ['sn-lower-1', 'sn-lower-1'],
  ])('%j is %j', (raw, code) => {
    expect(normaliseScan(raw)).toBe(code);
  });

  it('leaves a plain code alone, whatever wraps it', () => {
    fc.assert(
      fc.property(ownCode, fc.constantFrom('', ']C0', ']Q1', ']d1'), (code, prefix) => {
        expect(normaliseScan(`${prefix}${code}\r`)).toBe(code);
        expect(normaliseScan(`https://host.example/s/${encodeURIComponent(code)}`)).toBe(code);
      }),
    );
  });

  it('never answers a control character, nor more than a label holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const code = normaliseScan(raw);
        expect(code).not.toMatch(/[\u0000-\u001f\u007f]/);
        expect(code.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('the scan buffer', () => {
  it('reads the keys themselves when an input method has swallowed the letters', () => {
    fc.assert(
      fc.property(anyCode, fc.boolean(), (code, isSwallowed) => {
        const buffer = makeScanBuffer();
        [...code].forEach((char, i) => {
          const { code: place, shiftKey } = keyOf(char);
          const key = isSwallowed ? 'Process' : char;
          expect(buffer.take(stroke(key, place, { shiftKey }), 1000 + i * 8)).toBeNull();
        });
        const end = buffer.take(stroke('Enter', 'Enter'), 1000 + code.length * 8);
        expect(end).toBe(code);
        expect(buffer.size).toBe(0);
      }),
    );
  });

  it('takes slow typing for a person', () => {
    const buffer = makeScanBuffer();
    ['A', 'B', 'C'].forEach((char, i) => {
      buffer.take(stroke(char, `Key${char}`), i * 400);
    });
    expect(buffer.take(stroke('Enter', 'Enter'), 1300)).toBeNull();
  });

  it('hears a held key once', () => {
    expect(characterOf(stroke('7', 'Digit7'))).toBe('7');
    expect(characterOf(stroke('7', 'Digit7', { repeat: true }))).toBe('');
    expect(characterOf(stroke(']', 'BracketRight', { ctrlKey: true }))).toBe('\u001d');
  });
});
