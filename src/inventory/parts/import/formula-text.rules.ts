/**
 * Decides how a text leaves in a CSV cell so that no spreadsheet runs it as a formula, and how such a
 * cell is read back. The two functions are exact inverses, so an export can be imported unchanged;
 * neither knows what the text means.
 */

// What a spreadsheet takes for the start of a formula, with the full-width twins that some fold.
const formulaLine = /^'*[^\S\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const guardedFormulaLine = /^'+[^\S\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const leadingBreak = /^'*[^\S\t\r\n]*[\t\r\n]/;
const guardedLeadingBreak = /^'+[^\S\t\r\n]*[\t\r\n]/;

function mapLines(text: string, change: (line: string, index: number) => string): string {
  // A program that splits a cell at its line break would see a formula at the start of any line.
  const pieces = text.split(/(\r\n|\r|\n)/);
  return pieces.map((piece, index) => (index % 2 === 0 ? change(piece, index) : piece)).join('');
}

/** A text made safe for a spreadsheet cell: an apostrophe before anything that would start a formula. */
export function guardFormula(text: string): string {
  return mapLines(text, (line, index) =>
    formulaLine.test(line) || (index === 0 && leadingBreak.test(text)) ? `'${line}` : line,
  );
}

/** The text as it was before `guardFormula`; also takes off the apostrophe a person put there. */
export function unguardFormula(text: string): string {
  return mapLines(text, (line, index) =>
    guardedFormulaLine.test(line) || (index === 0 && guardedLeadingBreak.test(text))
      ? line.slice(1)
      : line,
  );
}
