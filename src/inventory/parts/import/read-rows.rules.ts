/**
 * Cuts the text of a CSV file into rows of cells, numbered as a spreadsheet shows them. It knows
 * delimiters, quotes and limits of size; it must not know headings or what a cell means.
 */
import { CsvError, type Options, parse } from 'csv-parse/sync';

/** Most rows of parts in one file. */
export const importRowsMax = 50_000;
/** Most columns looked at; cells beyond are only counted as one surplus cell. */
const importColumnsMax = 200;
// Blank lines are not rows of parts, but somebody must stop counting them.
const linesMax = 2 * importRowsMax;
const rowLengthMax = 200_000;

export type Delimiter = ',' | ';' | '\t';

/** One row as the user sees it: its number in the spreadsheet and its cells, untouched. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export type RowsRefusal =
  | 'empty-file'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'quote-not-closed'
  | 'row-too-long'
  | 'unreadable-row';

export interface CsvTable {
  readonly ok: true;
  readonly delimiter: Delimiter;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

export type ReadRows =
  | CsvTable
  | {
      readonly ok: false;
      readonly reason: RowsRefusal;
      readonly params: Readonly<Record<string, number>>;
    };

// In order of trust: a tab is hardly ever part of a heading, a semicolon or comma may be.
const delimiters: readonly Delimiter[] = ['\t', ',', ';'];
const hint = /^sep=([,;\t])\r?\n?$/i;

/** The delimiter seen most often outside quotes in the first line that is not blank. */
function detectDelimiter(text: string): Delimiter {
  const first = /[^\r\n]*\S[^\r\n]*/.exec(text.slice(0, rowLengthMax))?.[0] ?? '';
  const hinted = delimiters.find((delimiter) => hint.exec(first)?.[1] === delimiter);
  if (hinted) return hinted;
  const bare = first.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  const most = Math.max(...counts);
  return most === 1 ? ',' : (delimiters[counts.indexOf(most)] ?? ',');
}

function refuse(reason: RowsRefusal, params: Readonly<Record<string, number>> = {}): ReadRows {
  return { ok: false, reason, params };
}

function refuseUnreadable(error: CsvError): ReadRows {
  // csv-parse counts the records it finished; the one at fault is the next.
  const finished: unknown = error.records;
  const row = typeof finished === 'number' ? finished + 1 : 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refuse('quote-not-closed', { row });
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return refuse('row-too-long', { row, max: rowLengthMax });
  }
  return refuse('unreadable-row', { row });
}

const isBlank = (cell: string) => cell.trim() === '';

function trimHeader(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => !isBlank(cell)) + 1);
}

/** Cuts surplus blank cells at the end, which spreadsheets write freely. */
function trimSurplus(cells: readonly string[], columns: number): readonly string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.slice(0, Math.max(columns, last + 1));
}

/**
 * Text to a header and rows. Comma, semicolon or tab is detected, a leading `sep=` line is obeyed;
 * blank rows are skipped but counted, so a row number is the one a spreadsheet shows. A row with too
 * few or too many cells is returned as it is: judging it is the checker's business.
 */
export function readRows(text: string): ReadRows {
  const delimiter = detectDelimiter(text);
  const options: Options = {
    delimiter,
    bom: true,
    // Named because detection would take the first line's ending for the whole of a mixed file.
    record_delimiter: ['\r\n', '\n', '\r'],
    // An inch mark inside a bare cell is part of a part's name, not a quotation.
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: rowLengthMax,
    to: linesMax + 2,
    on_record: (record: string[]) =>
      record.length > importColumnsMax ? record.slice(0, importColumnsMax + 1) : record,
  };
  let records: string[][];
  try {
    records = parse(text, options);
  } catch (error) {
    if (error instanceof CsvError) return refuseUnreadable(error);
    throw error;
  }
  if (records.length > linesMax + 1) return refuse('too-many-rows', { max: importRowsMax });
  return assemble(delimiter, records);
}

function assemble(delimiter: Delimiter, records: readonly string[][]): ReadRows {
  const filled = records
    .map((cells, index): TableRow => ({ row: index + 1, cells }))
    .filter(({ cells }) => !cells.every(isBlank));
  const [first] = filled;
  const start = first && hint.test(first.cells.join(delimiter)) ? 1 : 0;
  const head = filled[start];
  if (!head) return refuse('empty-file');
  const header = { row: head.row, cells: trimHeader(head.cells) };
  const columns = header.cells.length;
  if (columns > importColumnsMax) return refuse('too-many-columns', { max: importColumnsMax });
  const rows = filled
    .slice(start + 1)
    .map(({ row, cells }) => ({ row, cells: trimSurplus(cells, columns) }));
  if (rows.length === 0) return refuse('no-rows');
  if (rows.length > importRowsMax) {
    return refuse('too-many-rows', { rows: rows.length, max: importRowsMax });
  }
  return { ok: true, delimiter, header, rows };
}
