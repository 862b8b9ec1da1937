/**
 * The very first text of a process holds characters that share their shape with commoner ones; what
 * is printed later must still read as the common ones. A file of its own, because only a process that
 * has printed nothing yet can show it.
 */
import { expect, it } from 'vitest';
import { renderLabels, renderRmaForm } from '../../src/labels/index.ts';
import { readPdf } from '../support/pdf.ts';
import { formView, unitView } from './views.ts';

it('keeps the text layer of later files true', async () => {
  const first = unitView({ productName: 'a\u00a0b \u2126 \u2f00\u2ea0 \u22ef' });
  await renderLabels('unit', [first], { size: '100x50', format: 'pdf', locale: 'en' });
  const units = formView().units.map((unit) => ({ ...unit, reportedFault: 'c d Ω 一民 …' }));
  const pdf = await renderRmaForm(formView({ units }), { locale: 'en', paper: 'a4' });
  const text = (await readPdf(pdf)).map((page) => page.text).join(' ');
  expect(text).toContain('c d Ω 一民 …');
});
