/** Findings that do not stop a row, and findings that are too many to list. */
import { describe, expect, it } from 'vitest';
import { readPartsFile } from '../../src/inventory/parts/import/read-parts-file.rules.ts';

const check = (text: string) => {
  const file = readPartsFile(new TextEncoder().encode(text));
  if (file.kind !== 'checked') throw new Error(file.kind);
  return file;
};

describe('a part number that looks like a mangled one', () => {
  it('is imported with a warning', () => {
    const file = check('PN,Name\n1E+05,a\n');
    expect(file.parts).toHaveLength(1);
    expect(file.findings).toMatchObject({ errorCount: 0, warningCount: 1 });
  });
});

describe('many findings', () => {
  it('are cut in the list, counted exactly, and kept for every bad row', () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `P${index},,x`).join('\n');
    const file = check(`PN,Name,Min\n${rows}`);
    expect(file.findings).toMatchObject({ errorCount: 3_000, isCut: true });
    expect(file.findings.first).toHaveLength(1_000);
    expect(file.badRows.at(-1)?.findings).toHaveLength(2);
  });
});
