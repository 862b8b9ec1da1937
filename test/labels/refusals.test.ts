/** Each refusal of the labels room: what is asked for, the code that answers, the field at fault. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code128 } from '../../src/labels/barcode.ts';
import {
  labelErrors,
  labelsMax,
  renderLabels,
  renderPackingSlip,
  renderRmaForm,
} from '../../src/labels/index.ts';
import { formView, partView, rmaView, slipView, unitView } from './views.ts';

const small = { size: '60x40', format: 'svg', locale: 'en' } as const;
const a4 = { locale: 'en', paper: 'a4' } as const;
const long = 'X'.repeat(40);

const refusals: readonly [string, string, () => Promise<Uint8Array>, string?][] = [
  ['no label', 'one-label-only', () => renderLabels('part', [], { ...small, format: 'pdf' })],
  [
    'two labels in one SVG',
    'one-label-only',
    () => renderLabels('part', [partView(), partView()], small),
  ],
  [
    'more labels than one file holds',
    'too-many',
    () => renderLabels('part', Array(labelsMax + 1).fill(partView()), { ...small, format: 'pdf' }),
  ],
  [
    'a field too many',
    'invalid-view',
    () => renderLabels('part', [{ ...partView(), price: 3 } as never], small),
  ],
  [
    'a date that does not exist',
    'invalid-view',
    () => renderLabels('unit', [unitView({ dueOn: '2026-02-30' })], small),
    '/dueOn',
  ],
  [
    'an empty name',
    'invalid-view',
    () => renderLabels('part', [partView({ name: '  ' })], small),
    '/name',
  ],
  [
    'NUL in a name',
    'unprintable-text',
    () => renderLabels('part', [partView({ name: 'a\u0000b' })], small),
    '/name',
  ],
  [
    'half a surrogate pair in an address',
    'unprintable-text',
    () => renderLabels('rma', [rmaView({ depotAddressLines: ['ok', 'bad \ud83c'] })], small),
    '/depotAddressLines/1',
  ],
  [
    'Chinese in a code',
    'code-characters',
    () => renderLabels('part', [partView({ code: '备件-1' })], small),
    '/code',
  ],
  [
    'NUL in a code',
    'code-characters',
    () => renderLabels('part', [partView({ code: 'A\u0000B' })], small),
    '/code',
  ],
  [
    'a space around a code',
    'code-characters',
    () => renderLabels('part', [partView({ code: ' A' })], small),
    '/code',
  ],
  [
    'a link that is no address',
    'link-characters',
    () => renderLabels('part', [partView({ link: 'javascript:alert(1)' })], small),
    '/link',
  ],
  [
    'a link with unencoded Chinese',
    'link-characters',
    () => renderLabels('part', [partView({ link: 'https://x.example/备件' })], small),
    '/link',
  ],
  [
    'a job number too long for bars',
    'code-too-long',
    () => renderLabels('unit', [unitView({ code: long })], small),
  ],
  [
    'an RMA number too long for bars',
    'code-too-long',
    () => renderLabels('rma', [rmaView({ code: long })], { ...small, size: '100x150' }),
  ],
  [
    'a link too long for the label',
    'link-too-long',
    () => renderLabels('part', [partView({ link: `https://x.example/${'a'.repeat(270)}` })], small),
  ],
  [
    'an address too long for the label',
    'text-too-long',
    () =>
      renderLabels('rma', [rmaView({ depotAddressLines: Array(6).fill('W'.repeat(100)) })], small),
  ],
  [
    'NUL in a reported fault',
    'unprintable-text',
    () => renderRmaForm(formView({ doNotSend: ['\u0000'] }), a4),
    '/doNotSend/0',
  ],
  [
    'half a surrogate pair on a slip',
    'unprintable-text',
    () => renderPackingSlip(slipView({ carrier: '\udc00' }), a4),
    '/carrier',
  ],
  [
    'an RMA code wider than the page',
    'code-too-long',
    () => renderPackingSlip(slipView({ code: 'Xy'.repeat(40) }), a4),
  ],
  [
    'a slip without lines',
    'invalid-view',
    () => renderPackingSlip(slipView({ lines: [] }), a4),
    '/lines',
  ],
];

describe('refuses', () => {
  it.each(refusals)('%s: labels.%s', async (_, reason, ask, pointer) => {
    const refusal = await ask().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: 'DomainError', code: `labels.${reason}` });
    if (pointer !== undefined) expect(refusal).toMatchObject({ issues: [{ pointer }] });
  });

  it('with every code it has declared', () => {
    const asked = new Set(refusals.map(([, reason]) => `labels.${reason}`));
    expect([...asked].sort()).toEqual([...labelErrors.codes].sort());
  });

  it('any code with a character a keyboard scanner cannot type', () => {
    const bad = fc
      .integer({ min: 0, max: 0xffff })
      .filter((code) => code < 0x20 || code > 0x7e)
      .map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(bad, fc.nat(4), (character, at) => {
        const code = `${'ABCD'.slice(0, at)}${character}${'ABCD'.slice(at)}`;
        expect(() => code128(code)).toThrow('labels.code-characters');
      }),
    );
  });
});
