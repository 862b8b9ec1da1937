/**
 * Writes rows of cells as CSV text: CR LF, quotes where needed, nothing a spreadsheet would
 * run as a formula. It knows no columns by name.
 */
import { guardFormula } from './formula-text.rules.ts';
import type { Delimiter } from './read-rows.rules.ts';

/** What a cell holds; a number is never a formula, so it stays one also below zero. */
type Cell = string | number;

function writeCell(text: Cell): string {
  if (typeof text === 'number') return String(text);
  const guarded = guardFormula(text);
  // Semicolons and tabs are quoted too, so that the delimiter of the file cannot be mistaken.
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Rows to CSV text, each line ended by CR LF, without a byte order mark. */
export function writeCsv(rows: Iterable<readonly Cell[]>, delimiter: Delimiter = ','): string {
  const lines: string[] = [];
  for (const cells of rows) lines.push(`${cells.map(writeCell).join(delimiter)}\r\n`);
  return lines.join('');
}

/** The bytes to hand out: UTF-8 with the mark without which spreadsheets misread Chinese. */
export function csvBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}
