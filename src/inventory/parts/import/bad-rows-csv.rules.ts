/**
 * Writes the rows that were refused as a file to correct and import again: the reason in the first
 * column, then the cells as they came. The sentences of the reasons are handed in.
 */
import type { BadRow } from './check-rows.rules.ts';
import type { Finding } from './findings.rules.ts';
import { type HeadingLanguage, reasonHeadings } from './heading-words.ts';
import type { Delimiter, TableRow } from './read-rows.rules.ts';
import { writeCsv } from './write-csv.rules.ts';

/** The bad rows of a file, and how that file was written. */
export interface BadRowsOfFile {
  readonly header: TableRow;
  readonly delimiter: Delimiter;
  readonly badRows: readonly BadRow[];
}

/**
 * CSV text of the bad rows under their own headings. `describe` puts one finding into the reader's
 * words; several are joined by a semicolon. The reason column is passed over on the next import. The
 * delimiter stays the file's own, because it decides how a comma in a number is taken.
 */
export function badRowsCsv(
  { header, delimiter, badRows }: BadRowsOfFile,
  language: HeadingLanguage,
  describe: (finding: Finding) => string,
): string {
  // A file that came from here already has the column; its old reasons give way to the new ones.
  const isOld = reasonHeadings.some((word) => word === header.cells[0]?.trim());
  const own = (cells: readonly string[]) => (isOld ? cells.slice(1) : cells);
  const lines = badRows.map(({ row, findings }) => [
    findings.map(describe).join('; '),
    ...own(row.cells),
  ]);
  const heading = reasonHeadings[language === 'en' ? 0 : 1];
  return writeCsv([[heading, ...own(header.cells)], ...lines], delimiter);
}
